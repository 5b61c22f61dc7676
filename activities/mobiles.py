"""Which numbers may be texted: UK mobiles, however they are written, in one form (issue 4; brief R7)."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

CROWN_DEPENDENCIES = frozenset({"GG", "IM", "JE"})
# Ofcom keeps these for drama: nobody's, and so right for demonstrations and tests.
DRAMA = re.compile(r"\+447700900[0-9]{3}")
WRITTEN = re.compile(r"[+]?[0-9 ().-]{10,24}")


def uk_mobile(written: str, *, crown_dependencies: bool = True) -> str | None:
    """The number as E.164, or None where it is not one to text.

    Refused are landlines, 070 (personal numbers, which cost the caller), 076 (pagers), premium and foreign
    numbers, and on demand those of Guernsey, Jersey and the Isle of Man, which share our country code.
    """
    if not WRITTEN.fullmatch(written.strip()):
        return None
    try:
        number = phonenumbers.parse(written, "GB")
    except NumberParseException:
        return None
    form = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if DRAMA.fullmatch(form):
        return form
    region = phonenumbers.region_code_for_number(number)
    regions = {"GB"} | (CROWN_DEPENDENCIES if crown_dependencies else frozenset())
    if number.country_code != 44 or region not in regions or not phonenumbers.is_valid_number(number):
        return None
    return form if phonenumbers.number_type(number) == PhoneNumberType.MOBILE else None

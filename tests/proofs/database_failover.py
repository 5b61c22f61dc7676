"""PostgreSQL killed and started again under load, thirty times: nothing lost, nothing doubled."""

from contextlib import closing
from time import sleep

from rich.console import Console

from gateways.sql_register import SqlRegister
from tests.database_server import a_database_server
from tests.gateways.under_fire import accounts, lost_and_doubled, under_fire

CRASHES = 30


def database_failover() -> tuple[int, int]:
    """A real PostgreSQL stopped at once and started again, 30 times, while four hands write and one reads."""
    out = Console(highlight=False, soft_wrap=True)
    crashes = violations = unheard = 0
    with a_database_server() as own:

        def crash() -> None:
            nonlocal crashes
            sleep(0.3)
            own.stop_at_once()
            own.start_again()
            crashes += 1

        while crashes < CRASHES:
            with closing(SqlRegister.open(own.a_database())) as register:
                told = accounts(copies=2)
                unheard += under_fire(register, told, crash)
                lost, doubled = lost_and_doubled(register, told)
                out.print(f"after {crashes} crashes: {lost} lost, {doubled} doubled; unheard {unheard} times")
                violations += lost + doubled
    return crashes, violations

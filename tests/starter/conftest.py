"""What every way in needs: the catalogue, read once."""

import pytest

from interventions.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()

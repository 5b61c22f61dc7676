"""`python -m worker refill-register`: what an operator says after a restore, and what they hear."""

from temporalio.client import Client

from gateways.sql_register import SqlRegister
from starter.interventions_client import InterventionsClient
from tests.builders import a_referral
from tests.worker.conftest import Site


async def test_a_register_that_is_lost_is_written_again_and_once(site: Site, client: Client) -> None:
    referral, service = a_referral(), InterventionsClient(client)
    async with site.a_worker():
        await service.refer(referral)
        facts = (await service.status(referral.id)).facts
    site.environment["THROUGHLINE_REGISTER_URL"] = restored = f"sqlite:///{site.folder}/restored.db"
    said = "interventions read: 1; missing facts written: "
    assert await site.runs("refill-register") == (0, f"{said}{facts}; texts entered: 0", "")
    assert await site.runs("refill-register") == (0, f"{said}0; texts entered: 0", "")
    register = SqlRegister.open(restored)
    assert len(register.entries(referral.id)) == facts
    register.close()


async def test_without_a_server_it_says_so_and_touches_nothing(site: Site) -> None:
    site.environment["TEMPORAL_ADDRESS"] = "localhost:1"
    line = "worker: no Temporal server answers at localhost:1 (connection refused)"
    assert await site.runs("refill-register") == (1, "", line)
    assert list(site.folder.iterdir()) == []

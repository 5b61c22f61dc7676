"""R&M's doors put together over one world."""

from fastapi import FastAPI
from starlette.types import ASGIApp

from examples.refer_and_monitor import (
    assessment_routes,
    plan_routes,
    probation_routes,
    reading_routes,
    report_routes,
    session_routes,
    signing_in_routes,
)
from examples.refer_and_monitor.refusals import answer_refusals
from examples.refer_and_monitor.weather import Weather
from examples.refer_and_monitor.world import World

ROUTERS = (
    signing_in_routes.router,
    reading_routes.router,
    assessment_routes.router,
    plan_routes.router,
    session_routes.router,
    report_routes.router,
    probation_routes.router,
)


def application(world: World) -> ASGIApp:
    """The stand-in as an ASGI application. Every door is a coroutine that never waits: one call at a time."""
    doors = FastAPI(title="R&M, a stand-in", openapi_url=None)
    doors.state.world = world
    for router in ROUTERS:
        doors.include_router(router)
    answer_refusals(doors)
    return Weather(doors, world)

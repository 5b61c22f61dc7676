"""Stories of people on the service: read by caseworkers, performed by the core, the workflow and the demo."""

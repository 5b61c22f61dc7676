"""Running the service: settings, wiring, health and set-up."""

"""The worker as its operators meet it: settings, set-up, wiring, health, the doctor, and its end."""

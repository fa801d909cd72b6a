"""The roof: arguments, wiring, start the window or a headless verb."""

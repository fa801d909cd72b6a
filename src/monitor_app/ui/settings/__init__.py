"""Settings: what this laptop prefers, and what keeps its vault safe."""

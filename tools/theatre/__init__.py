"""The paper theatre: draws a shot from a ShotSpec.

Knows nothing of the film document but staging.
"""

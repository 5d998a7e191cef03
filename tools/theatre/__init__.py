"""The paper theatre: draws a shot from a ShotSpec; knows nothing of the film document but staging."""

"""Sound: voices, score, ambience, effects and the mix; 48 kHz float, and no picture."""

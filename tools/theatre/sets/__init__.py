"""Locations as they are drawn: six families of scenery, chosen by words and varied by seed."""

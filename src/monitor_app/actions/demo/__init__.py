"""The demo programme: seven visits in four holding places and a row of cells, all invented, made only by the verbs.

What happens lies in `resources/demo`: `programme.json` and one file per visit. Nouns: a *script* is all of it, an *act*
what happens at one time on one laptop, a *deed* one thing done in it, the *stage* what deeds are done with.
"""

from monitor_app.actions.demo.found import Demo, found_demo

__all__ = ["Demo", "found_demo"]

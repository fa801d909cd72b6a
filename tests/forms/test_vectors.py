"""Third-party XPath vectors, where they are at hand."""

from __future__ import annotations

import pytest
from tests.forms import vectors

XPATH = vectors.FOLDER / "xpath.json.gz"

pytestmark = pytest.mark.skipif(not XPATH.exists(), reason="the third-party vectors are not on this machine")


def test_the_engine_agrees_with_three_other_engines_as_far_as_they_agree() -> None:
    score = vectors.run(XPATH)
    print(*score.lines(), f"nondeterministic: {score.nondeterministic} not judged", sep="\n")
    assert score.share("web-forms") >= 0.99
    assert score.share("enketo") >= 0.99
    assert score.share("javarosa") >= 0.92


def test_with_whole_days_only_the_arithmetic_of_dates_differs() -> None:
    fractions, whole = vectors.run(XPATH), vectors.run(XPATH, whole_days=True)
    assert len(set(whole.failed) - set(fractions.failed)) <= 100
    assert whole.share("javarosa") >= 0.92

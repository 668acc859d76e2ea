"""The core called at random, led by what it has not done yet: on demand, for as long as you like.

Atheris sees which branches of the core a call takes and changes the calls that took new ones;
Hypothesis makes the calls, the same that ``tests/core/test_any_input.py`` tries. What fails is told
with its call. ``python -m tests.core.guided -max_total_time=600``; libFuzzer's other options may
follow, and a folder that keeps the calls that took new ways.
"""

import sys
import warnings
from typing import Any

OPTIONS = ("-len_control=0", "-max_len=2000")  # bytes of chance that a call may use up, at once


def main() -> None:
    """Call until something fails or the time is over."""
    import atheris  # not among what the tests need: only this asks for it

    with atheris.instrument_imports(include=["softmax_core"]):
        import softmax_core  # noqa: F401 (its branches are counted from here on)
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from tests.core.odd import drawn
    from tests.core.test_all_functions import public_functions
    from tests.core.test_any_input import try_call

    calls = st.one_of(st.tuples(st.just(name), drawn(name)) for name in sorted(public_functions()))

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(calls)
    def check(call: tuple[str, dict[str, Any]]) -> None:
        try:
            try_call(*call)
        except BaseException as error:
            error.add_note(repr(call))
            raise

    warnings.simplefilter("error")
    atheris.Setup([*sys.argv, *OPTIONS], check.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

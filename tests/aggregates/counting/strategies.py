from hypothesis import strategies as st

from aggregates.counting import Rule, is_sound

shares = st.integers(1, 6).flatmap(lambda den: st.tuples(st.integers(0, den), st.just(den)))
quorums = st.fixed_dictionaries({"citizen": shares, "professional": shares})
leasts = st.integers(1, 2)
majorities = st.builds(Rule, st.just("majority"), quorum=quorums, least=leasts)
shaped = {"threshold": shares, "strict": st.booleans(), "base": st.sampled_from(["cast", "present", "eligible"]), "quorum": quorums, "least": leasts}
qualified = st.builds(Rule, st.just("qualified"), **shaped).filter(is_sound)
duals = st.builds(Rule, st.just("dual"), **shaped).filter(is_sound)
rules = majorities | qualified | duals


def sides(longest: int = 12, least: int = 0) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from("++-0."), min_size=least, max_size=longest)

"""A comment that was typed and not sent is there again after a lock."""

from tests.crash.the_vault import PROGRAMME, make, open_it

from monitor_app.actions.unsent_comments import keep_unsent_comments, unsent_comments


def test_what_was_typed_is_kept_and_what_was_sent_is_not(tmp_path):
    make(tmp_path / "vault")
    vault = open_it(tmp_path / "vault")
    keep_unsent_comments(vault, PROGRAMME, {"/data/a": "half a sent", "/data/b": "  "})
    vault.lock()
    vault = open_it(tmp_path / "vault")
    assert unsent_comments(vault, PROGRAMME) == {"/data/a": "half a sent"}
    keep_unsent_comments(vault, PROGRAMME, {})
    assert unsent_comments(vault, PROGRAMME) == {}
    vault.set_setting(f"unsent-comments:{PROGRAMME.hex()}", ["broken"])
    assert unsent_comments(vault, PROGRAMME) == {}
    vault.close()

"""The command line: every command has help with an example, and errors name a place and a remedy."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"example: variorum {command}" in capsys.readouterr().out


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys; from generator.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('numpy', 'lxml', 'mkdocs', 'jinja2', 'rich', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_missing_folder_is_named_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["write"]) == 2
    assert "seeds: no such folder; make it" in capsys.readouterr().err


def test_a_misspelt_option_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("plugins:\n  - variorum:\n      seads: x\n")
    assert main(["write", "--config", str(config)]) == 2
    assert "unknown option 'seads' of the plugin variorum; did you mean 'seeds'?" in capsys.readouterr().err

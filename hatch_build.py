"""The compiled wheel: what every document passes through, compiled by mypyc; the same results in two thirds of the time.

mypyc makes a list of a generator expression. What has to come piece by piece, as the results of a run, is a
generator function.

Only where it is asked for, as it takes a C compiler and some two minutes: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip wheel .`
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("formats", "voice")
MODULES = """agreement articles capitals compiled compounds conditions context decoding desks digests discovery document findings
    fitting folding globs inflection judging lexicon linting matcher messages parallel parties patterns pipeline policy
    reporters/json reporters/jsonl reporters/records spans spelling suppressions symmetry verification word_lists
    wording""".split()


class CompiledWheel(BuildHookInterface[Any]):
    """Compiles a copy, so that nothing is left in the checkout, and puts the extensions beside the sources in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._copy = Path(tempfile.mkdtemp(prefix="evenhand-"))
        shutil.copytree(Path(self.root, "linter"), self._copy / "linter", ignore=shutil.ignore_patterns("__pycache__"))
        sources = [f"linter/{module}.py" for module in MODULES]
        for folder in FOLDERS:
            sources += sorted(str(path.relative_to(self._copy)) for path in Path(self._copy, "linter", folder).glob("*.py"))
        command = [sys.executable, "-m", "mypyc", "--ignore-missing-imports", "--config-file=", *sources]
        environment = {"MYPYC_DEBUG_LEVEL": "0", **os.environ}  # what a debugger would read is a third of the wheel
        if subprocess.run(command, cwd=self._copy, env=environment, check=False).returncode:
            shutil.rmtree(self._copy, ignore_errors=True)
            self.app.abort("mypyc could not compile the wheel; it takes a C compiler and Python's headers")
        for path in [*self._copy.glob("*__mypyc.*"), *Path(self._copy, "linter").rglob("*")]:
            if path.suffix in (".so", ".pyd"):
                build_data["force_include"][str(path)] = str(path.relative_to(self._copy))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self._copy, ignore_errors=True)

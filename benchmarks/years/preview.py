"""A preview in this process: builds once, then says what it takes to renew the site when a section is saved.

``python preview.py mkdocs.yml SECTION RUNS`` prints the processor's seconds of each renewal, one a line.
"""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main() -> None:
    settings, section, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    logging.disable(logging.CRITICAL)
    site = tempfile.mkdtemp()

    config = load_config(settings, site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    text = section.read_text(encoding="utf-8")
    try:
        for run in range(runs):
            section.write_text(f"{text}\nWe asked again, time {'abcdefghij'[run % 10]}.\n", encoding="utf-8")
            start = time.process_time()
            again = load_config(settings, site_dir=site)
            build(again, serve_url="http://127.0.0.1:8000/")
            print(f"{time.process_time() - start:.3f}")  # what the benchmark reads
    finally:
        section.write_text(text, encoding="utf-8")
        shutil.rmtree(site, ignore_errors=True)


if __name__ == "__main__":
    main()

"""Read a notebook's front matter, and write into it what MyST-NB must know about its inputs."""

from typing import Any

import yaml


class _OneLine(yaml.SafeDumper):
    """Writes YAML that fits on one line, text with line breaks too."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, '"' if "\n" in text else None)


_OneLine.add_representer(str, _OneLine.represent_text)


def split(text: str) -> tuple[list[str], list[str]]:
    """Give the lines of the front matter, without its marks, and all lines after it."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.startswith("---")), len(lines))
    return lines[1:end], lines[end + 1 :]


def read(text: str) -> dict[str, Any]:
    """Give the front matter of a notebook's text as plain data."""
    loaded = yaml.safe_load("\n".join(split(text)[0]))
    return dict(loaded)


def with_inputs(text: str, digest: str, *, run: bool) -> str:
    """Put the digest of a notebook's inputs where jupyter-cache looks, and say whether it has results.

    All lines of the notebook stay where they are, so that messages name the right ones.
    """
    before, after = split(text)
    front = read(text)
    # Of a notebook's metadata, jupyter-cache compares the kernelspec alone.
    front["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
        **(front.get("kernelspec") or {}),
        "inputs": digest,
    }
    front["mystnb"] = {**(front.get("mystnb") or {}), "execution_mode": "cache" if run else "off"}
    written = yaml.dump(
        front, Dumper=_OneLine, default_flow_style=True, width=float("inf"), allow_unicode=True
    )
    padding = [""] * (len(before) - 1)
    return "\n".join(["---", written.rstrip("\n"), *padding, "---", *after])

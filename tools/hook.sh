#!/usr/bin/env bash
# Puts a hook into this clone that checks staged records before each commit; one that is there already stays.
set -euo pipefail

hook="$(git rev-parse --git-path hooks)/pre-commit"
if [[ -e "$hook" ]]; then
	echo "There is a hook already: $hook. It stays as it is." >&2
	exit 1
fi
mkdir -p "$(dirname "$hook")"
cat >"$hook" <<'HOOK'
#!/usr/bin/env bash
# Checks the staged files of the evidence. To commit without: git commit --no-verify. To remove: delete this file.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
files=()
while IFS= read -r -d '' file; do files+=("$file"); done \
	< <(git diff --cached --name-only --diff-filter=ACMR -z -- evidence)
[[ ${#files[@]} -eq 0 ]] || exec .venv/bin/resilience check "${files[@]}"
HOOK
chmod +x "$hook"
echo "Records are now checked before each commit. To remove it: rm $hook"

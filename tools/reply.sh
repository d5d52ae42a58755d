#!/usr/bin/env bash
# Sends what `make received` made of an issue: a pull request, or an answer that says what is missing.
# It reads files alone; nothing that a sender wrote becomes a part of a command.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/common.sh

texts=_build/received
label=accept
[[ -f "$texts/issue" ]] || fail "There is nothing to send. Next: make received"
issue="$(<"$texts/issue")"
[[ "$issue" =~ ^[1-9][0-9]*$ ]] || fail "The form came with no issue, so nobody can be answered."
branch="received/$issue"

# A bot's commits are told by this address: the number is that of its account.
as_bot() {
	git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
		-c credential.helper= -c credential.helper="!gh auth git-credential" "$@"
}

if [[ -f "$texts/answer.md" ]]; then
	gh issue comment "$issue" --body-file "$texts/answer.md"
	# Without the label it can be set again, once the form has been mended.
	gh issue edit "$issue" --remove-label "$label"
	exit
fi
if as_bot ls-remote --exit-code origin "refs/heads/$branch" >/dev/null; then
	fail "The branch $branch is there already. Change it there, or delete it and set the label again."
fi
git switch --quiet --create "$branch"
git add -- evidence
as_bot commit --quiet --file "$texts/message"
as_bot push --quiet origin "HEAD:refs/heads/$branch"
gh pr create --head "$branch" --title "$(<"$texts/title")" --body-file "$texts/text.md"

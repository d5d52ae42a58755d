"""The step Adapt in parts: who did an activity, in what order, and what studies say that a group can use."""

"""Record pages, straight from the YAML: activities, outcomes, studies, policies, councils, places."""

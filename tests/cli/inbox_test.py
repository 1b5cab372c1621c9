"""Events from outside: stored before they are acknowledged, each starts its runs once, whoever dies meanwhile."""

import concurrent.futures
import json
import os
import signal
import unittest

from workspace import WorkspaceTest

LISTENING = ("parameters: {c: {type: number, default: 1}}\n"
             "on: {event: data.arrived, if: \"event.rows > 2\", parameters: {c: \"${{ event.c }}\"}}\n")


class Inbox(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.pipeline("sum", "  one: {run: [echo, \"${{ params.c }}\"]}\n", LISTENING)

    def events(self):
        return self.penstock("inbox", "--json").json["events"]

    def test_an_event_starts_a_run_that_says_so(self):
        self.trust()
        result = self.penstock("emit", "data.arrived", "-p", "rows:=3", "-p", "c=0.5", "--wait", "--json")
        self.assertEqual(result.code, 0, result.err)
        event = result.json
        self.assertEqual((event["event"], event["state"], event["data"]), ("event-1", "started", {"rows": 3, "c": "0.5"}))
        run = event["outcomes"][0]["run"]
        self.wait_until(lambda: self.state(run) == "succeeded", "the run succeeds")
        shown = self.penstock("show", run, "--json").json
        self.assertEqual((shown["event"], shown["parameters"]), ("event-1", {"c": 0.5}))
        self.assertIn("event-1", self.penstock("show", run).out)

    def test_every_event_is_listed_with_what_became_of_it(self):
        self.trust()
        self.penstock("emit", "data.arrived", "--data", '{"rows": 3, "c": 1}', "--key", "k", "--wait")
        self.penstock("emit", "data.arrived", "--data", '{"rows": 3, "c": 1}', "--key", "k")
        self.penstock("emit", "data.arrived", "--data", "@-", "--wait", stdin=b'{"rows": 1}')
        refused = self.penstock("emit", "data.arrived", "-p", "rows:=9", "-p", "c=much", "--wait")
        self.assertEqual(refused.code, 1)
        self.penstock("emit", "nobody.listens", "--wait")
        self.assertEqual([(each["event"], each["state"], each["duplicates"]) for each in self.events()],
                         [("event-4", "unmatched", 0), ("event-3", "failed", 0), ("event-2", "unmatched", 0), ("event-1", "started", 1)])
        self.assertEqual(self.events()[1]["outcomes"][0]["why"]["id"], "parameter.wrong_type")
        text = self.penstock("inbox").out
        for word in ("event-1", "sum-1", "Started", "Not started", "No match", "nobody.listens"):
            self.assertIn(word, text)

    def test_a_replay_is_a_new_event(self):
        self.trust()
        self.penstock("emit", "data.arrived", "--data", '{"rows": 3, "c": 1}', "--key", "k", "--wait")
        again = self.penstock("inbox", "replay", "event-1", "--wait", "--json").json
        self.assertEqual((again["event"], again["replayOf"], again["outcomes"][0]["run"]), ("event-2", "event-1", "sum-2"))
        self.assertEqual(self.penstock("inbox", "replay", "event-9").code, 2)
        self.assertEqual(self.penstock("inbox", "replay", "sum-1").code, 2)
        self.assertEqual(self.penstock("inbox", "empty").code, 2)

    def test_without_trust_it_is_kept_and_starts_later(self):
        result = self.penstock("emit", "data.arrived", "--data", '{"rows": 3, "c": 1}', "--wait", "--json")
        self.assertEqual((result.code, result.json["event"], result.json["trusted"]), (0, "event-1", False))
        self.assertIn("trusted", result.err)
        self.assertEqual(self.events()[0]["state"], "received")
        self.trust()
        self.penstock("emit", "other")
        self.wait_until(lambda: self.state("sum-1") == "succeeded", "what had waited is run")

    def test_what_is_no_event_is_refused(self):
        for words in (["data arrived"], ["a", "--data", "[1]"], ["a", "--data", "{"], ["a", "-p", "x"], ["a", "-p", "x:=y"]):
            self.assertEqual(self.penstock("emit", *words).code, 2, words)
        self.pipeline("bad", "  one: {run: [echo]}\n", "on: {event: a, parameters: {d: 1}}\n")
        issues = self.penstock("validate", "bad", "--json").json["files"][0]["issues"]
        self.assertEqual([issue["what"]["id"] for issue in issues], ["check.unknown_parameter"])

    def test_owners_that_are_killed_lose_none_and_start_none_twice(self):
        self.trust()
        data = json.dumps({"rows": 3, "c": 1})
        keys = [f"delivery-{number}" for number in range(12)]

        def send(key):
            # As a sender does: again until it is acknowledged, always with the same key.
            def answer():
                result = self.penstock("emit", "data.arrived", "--data", data, "--key", key, "--json")
                return result.json["event"] if result.code == 0 else None

            return self.wait_until(answer, "it is acknowledged")

        acknowledged = {}
        with concurrent.futures.ThreadPoolExecutor(2) as senders:
            waiting = {key: senders.submit(send, key) for key in keys}
            for key in keys:
                owner = self.owner()
                if owner:
                    os.kill(owner, signal.SIGKILL)
                acknowledged[key] = waiting[key].result()
        self.penstock("emit", "the.end", "--wait")
        events = {each["key"]: each for each in self.events() if each["key"]}
        self.assertEqual(acknowledged, {key: event["event"] for key, event in events.items()})
        runs = self.penstock("runs", "--json").json["runs"]
        self.assertEqual(sorted(run["event"] for run in runs), sorted(each["event"] for each in events.values()))


if __name__ == "__main__":
    unittest.main()

"""Scripts that log to MLflow reach Penstock while they run, unchanged: its address stands in their environment."""

import os
import signal
import subprocess
import sys
import unittest

from workspace import WorkspaceTest

# What MLflow's client sends for start_run, log_param, log_metric, log_metrics, set_tag and end_run, without MLflow.
CLIENT = '''
import http.client, json, os, pathlib, sys, time, urllib.parse
where = urllib.parse.urlsplit(os.environ["MLFLOW_TRACKING_URI"])
connection = None

def send(method, path, body, token, host=None):
    global connection
    headers = {"Authorization": "Bearer " + token, "User-Agent": "mlflow-python-client/2.22.0"}
    if host:
        headers["Host"] = host
    if body is not None:
        headers["Content-Type"] = "application/json"
    if connection is None:
        connection = http.client.HTTPConnection(where.hostname, where.port, timeout=30)
    connection.request(method, "/api/2.0/mlflow/" + path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    text = answer.read()
    if answer.getheader("Connection") == "close":
        connection.close()
    return answer.status, json.loads(text)

def call(method, path, body=None):
    for _ in range(200):  # as the client does, whose retries span minutes
        try:
            return send(method, path, body, os.environ["MLFLOW_TRACKING_TOKEN"])
        except (OSError, http.client.HTTPException):
            global connection
            connection = None
            time.sleep(0.05)
    raise SystemExit("nobody answers")

def wait_for(name):
    while not pathlib.Path(name).exists():
        time.sleep(0.02)

def start_run(experiment="0", name=None):
    status, answer = call("POST", "runs/create", {"experiment_id": experiment, "start_time": int(time.time() * 1000), "run_name": name,
                                                  "tags": [{"key": "mlflow.user", "value": "tester"}]})
    assert status == 200, answer
    return answer["run"]["info"]["run_id"]

def log_metric(run, key, value, step):
    return call("POST", "runs/log-metric", {"run_uuid": run, "run_id": run, "key": key, "value": value, "timestamp": 1700000000000 + step, "step": step})
'''

TRAIN = CLIENT + '''
assert call("GET", "experiments/get-by-name?experiment_name=my%20exp")[0] == 404
experiment = call("POST", "experiments/create", {"name": "my exp"})[1]["experiment_id"]
run = start_run(experiment)
assert call("POST", "runs/log-parameter", {"run_id": run, "key": "c", "value": "1.5"})[0] == 200
for step in range(5):
    assert log_metric(run, "loss", 1 / (step + 1), step)[0] == 200
assert call("POST", "runs/log-batch", {"run_id": run, "metrics": [{"key": "acc", "value": 0.75, "timestamp": 1, "step": 1}], "tags": [{"key": "who", "value": "ada"}]})[0] == 200
nested = start_run(experiment, "inner")
assert log_metric(nested, "loss", 9, 0)[0] == 200
assert send("POST", "runs/log-metric", {}, "guess")[0] == 401
assert send("GET", "runs/get?run_id=" + run, None, os.environ["MLFLOW_TRACKING_TOKEN"], "evil.example")[0] == 421
connection = None
assert call("POST", "runs/update", {"run_id": run, "status": "FINISHED", "end_time": 2})[0] == 200
data = call("GET", "runs/get?run_id=" + run)[1]["run"]["data"]
assert {each["key"]: each["value"] for each in data["metrics"]} == {"loss": 0.2, "acc": 0.75}, data
print(os.environ["MLFLOW_TRACKING_TOKEN"])
'''

SLOW = CLIENT + '''
run = start_run()
acknowledged = 0
while not pathlib.Path("enough").exists():
    status, answer = log_metric(run, "loss", acknowledged, acknowledged)
    assert status == 200, answer
    acknowledged += 1
    pathlib.Path("acknowledged.part").write_text(str(acknowledged))
    os.replace("acknowledged.part", "acknowledged")
'''

REAL = '''
import mlflow, mlflow.tracking
mlflow.set_experiment("sweep of mine")
with mlflow.start_run(run_name="quick"):
    mlflow.log_param("c", 1.5)
    mlflow.log_params({"kernel": "rbf"})
    for step in range(3):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    mlflow.log_metrics({"acc": 0.75, "f1": float("nan")}, step=2)
    mlflow.set_tag("who", "ada")
    mlflow.log_text("hello", "notes.txt")
    with mlflow.start_run(run_name="inner", nested=True):
        mlflow.log_metric("loss", 9)
    run = mlflow.active_run().info.run_id
data = mlflow.tracking.MlflowClient().get_run(run)
assert data.data.metrics["loss"] == 1 / 3 and data.info.status == "FINISHED", data
assert [point.value for point in mlflow.tracking.MlflowClient().get_metric_history(run, "loss")] == [1, 1 / 2, 1 / 3]
'''


class TrackingPort(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def step_document(self, *more):
        result = self.penstock("show", "p-1", "train", "--json", *more)
        self.assertEqual(result.code, 0, result.err)
        return result.json

    def series(self, *more):
        return {(each["of"], each["name"]): each for each in self.step_document(*more)["series"]}

    def test_what_a_client_logs_is_that_of_its_step(self):
        self.write("train.py", TRAIN)
        self.pipeline("p", "  train: {run: [python3, train.py]}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 0, result.out + result.err + self.penstock("logs", "p-1", "train").out)
        self.assertEqual(self.step("p-1", "train")["metrics"], {"loss": 0.2, "acc": 0.75})
        series = self.series("--metrics")
        self.assertEqual([point[2] for point in series["", "loss"]["points"]], [1, 0.5, 1 / 3, 0.25, 0.2])
        self.assertEqual(series["inner", "loss"]["count"], 1)
        document = self.step_document()
        self.assertEqual(document["loggedParameters"], [{"of": "", "name": "c", "value": "1.5"}])
        self.assertIn({"of": "", "name": "who", "value": "ada"}, document["tags"])
        log = self.penstock("logs", "p-1", "train").out.strip()
        self.assertNotIn(".", log, "the token of a step does not stand in its log")

    def test_nothing_that_was_acknowledged_is_lost_when_the_owner_is_killed(self):
        self.write("train.py", SLOW)
        self.pipeline("p", "  train: {run: [python3, train.py]}\n")
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        acknowledged = self.folder / "acknowledged"
        count = lambda: int(acknowledged.read_text()) if acknowledged.exists() else 0
        for _ in range(2):
            before = count()
            self.wait_until(lambda: count() > before + 20, "more points that were acknowledged")
            killed = self.owner()
            os.kill(killed, signal.SIGKILL)
            self.start("serve", "--until-idle")
            self.wait_until(lambda: self.owner() not in (None, killed), "the next owner")
        before = count()
        self.wait_until(lambda: count() > before + 5, "points at the next owner's port")
        self.write("enough", "")
        self.wait_until(lambda: self.state("p-1") == "succeeded", "the end of the run")
        points = self.series("--metrics")["", "loss"]["points"]
        self.assertEqual([point[2] for point in points], list(range(count())))

    def test_an_address_of_ones_own_stays(self):
        self.write("train.py", "import os\nassert os.environ['MLFLOW_TRACKING_URI'] == 'file:///tmp/mine'\nassert 'MLFLOW_TRACKING_TOKEN' not in os.environ\n")
        self.pipeline("p", "  train: {run: [python3, train.py], env: {MLFLOW_TRACKING_URI: 'file:///tmp/mine'}}\n")
        result = self.penstock("run", "p", "--json")
        self.assertEqual(result.code, 0, result.out)
        ended = next(event for event in result.lines if event["type"] == "attempt.ended")
        self.assertEqual(ended["payload"]["record"]["tracking"], "own")
        self.assertIn("MLFLOW_TRACKING_URI", self.penstock("show", "p-1", "train").out)

    def test_a_proxy_is_not_asked_for_this_machine(self):
        self.write("train.py", "import os\nassert os.environ['no_proxy'] == os.environ['NO_PROXY'] == 'intra.example,127.0.0.1', os.environ\n")
        self.pipeline("p", "  train: {run: [python3, train.py], env: {http_proxy: 'http://proxy.example:3128', NO_PROXY: intra.example}}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 0, result.out + result.err)

    def test_mlflow_itself(self):
        python = os.environ.get("PENSTOCK_MLFLOW_PYTHON", sys.executable)
        if subprocess.run([python, "-c", "import mlflow"], capture_output=True, check=False).returncode != 0:
            self.skipTest("mlflow is not installed")
        self.write("train.py", REAL)
        self.pipeline("p", f"  train:\n    run: ['{python}', train.py]\n    env: {{MLFLOW_DISABLE_TELEMETRY: 'true', MLFLOW_HTTP_REQUEST_MAX_RETRIES: '1'}}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 0, result.out + result.err + self.penstock("logs", "p-1", "train").out)
        self.assertEqual(self.step("p-1", "train")["metrics"], {"loss": 1 / 3, "acc": 0.75})
        document = self.step_document()
        self.assertEqual({each["name"]: each["value"] for each in document["loggedParameters"]}, {"c": "1.5", "kernel": "rbf"})
        self.assertEqual({(each["of"], each["name"]) for each in document["series"]}, {("", "loss"), ("", "acc"), ("", "f1"), ("inner", "loss")})


if __name__ == "__main__":
    unittest.main()

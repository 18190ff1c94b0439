"""The queueing task that PeakPlan's benchmark solves, solved by the Python packages of the field.

Arguments: a text file with one load in erlangs a line. Each package is asked, load by load, how
many agents answer 80 % of contacts within 20 s at a handle time of 180 s and an occupancy of at
most 0.85 (the last one has no cap on occupancy and is asked without). A line a package on standard
output: name, version, solves, seconds, sum of the agents. One core; importing is not counted.
"""

import importlib.metadata
import sys
import time

from call_center_tools import calc_staffing
from pyqueueing import CallCenterPlanner
from pyworkforce.queuing import ErlangC

HANDLE_SECONDS = 180.0


def call_center_tools(load):
    return calc_staffing(
        calls_per_hour=load * 3600 / HANDLE_SECONDS, aht=HANDLE_SECONDS, max_occupancy=0.85,
        target_answer_time=20, target_service_level=0.80).agents


def pyworkforce(load):
    queue = ErlangC(transactions=load * 10, aht=HANDLE_SECONDS / 60, asa=20 / 60, interval=30)
    return queue.required_positions(service_level=0.80, max_occupancy=0.85)["raw_positions"]


def pyqueueing(load):
    planner = CallCenterPlanner(
        arrival_rate=load / HANDLE_SECONDS, service_rate=1 / HANDLE_SECONDS)
    return planner.required_agents(target_service_level=(20, 0.80))["erlang_c"]


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        loads = [float(line) for line in file]
    peers = [
        ("call-center-tools", call_center_tools),
        ("pyworkforce", pyworkforce),
        ("pyqueueing", pyqueueing),
    ]
    for name, solve in peers:
        solve(loads[0])
        start = time.perf_counter()
        agents = sum(solve(load) for load in loads)
        seconds = time.perf_counter() - start
        print(f"{name},{importlib.metadata.version(name)},{len(loads)},{seconds:.6f},{agents}")


main()

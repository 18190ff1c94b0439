"""Solves a capacity program in MPS format with another solver, on one core.

Arguments: `highs` or `cbc`, the file, the most seconds, and PeakPlan's way to its plan as
`seconds:objective` pairs with commas. Prints what the solver found, then how the two compare: when
each first had a plan and one within 1 % of the solver's own last bound, and by how much PeakPlan's
plan was worse than the solver's at the worst moment from PeakPlan's first plan on (not above 0: at
no moment). All seconds are the processor's.
"""

import re
import resource
import subprocess
import sys
import time

SOLVER, PATH, LIMIT = sys.argv[1], sys.argv[2], float(sys.argv[3])
OURS = [tuple(float(part) for part in pair.split(":")) for pair in sys.argv[4].split(",")]


def highs():
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("parallel", "off")
    solver.setOptionValue("time_limit", LIMIT)
    solver.setOptionValue("mip_rel_gap", 1e-4)
    solver.readModel(PATH)
    began = time.process_time()
    found = []
    solver.cbMipImprovingSolution.subscribe(
        lambda event: found.append(
            (time.process_time() - began, event.data_out.objective_function_value)))
    solver.run()
    seconds = time.process_time() - began
    info = solver.getInfo()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    name = "HiGHS " + solver.version()
    return name, info.objective_function_value, info.mip_dual_bound, seconds, found, memory


def cbc():
    import pulp

    path = pulp.PULP_CBC_CMD().path
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [path, PATH, "-threads", "1", "-seconds", str(LIMIT), "-timeMode", "cpu", "-ratio", "1e-4",
         "-branch", "-printingOptions", "all"],
        capture_output=True, text=True, check=False)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = usage.ru_utime - began.ru_utime
    text = run.stdout
    found = [
        (float(second), float(value)) for value, second in re.findall(
            r"(?:Integer solution of|solution of) ([-+.\de]+) found.*?\(([\d.]+) seconds\)", text)]
    objective = re.search(r"Objective value:\s+([-+.\de]+)", text)
    bound = re.search(r"Lower bound:\s+([-+.\de]+)", text)
    value = float(objective.group(1)) if objective else float("inf")
    # Without a lower bound in the summary the gap was closed.
    proved = float(bound.group(1)) if bound else value * (1 - 1e-4)
    version = re.search(r"Version: (\S+)", text)
    name = "CBC " + (version.group(1) if version else "")
    return name, value, proved, seconds, found, usage.ru_maxrss / 1024


def first(found, limit=float("inf")):
    return next((second for second, value in found if value <= limit), float("inf"))


def at(found, moment):
    return min((value for second, value in found if second <= moment), default=float("inf"))


def main():
    name, value, bound, seconds, found, memory = highs() if SOLVER == "highs" else cbc()
    found = found + [(seconds, value)]
    gap = (value - bound) / max(1e-9, abs(value)) * 100
    print(
        f"{name:<16}{value:14.2f}  bound {bound:14.2f}  gap {gap:7.3f} %  {seconds:8.2f} s"
        f"  (peak memory {memory:.0f} MB)")
    near = bound + 0.01 * abs(bound)
    best = min(value for _, value in OURS)
    moments = [second for second, _ in OURS] + [
        second for second, _ in found if second >= first(OURS)]
    worst = max((at(OURS, moment) / at(found, moment) - 1) * 100 for moment in moments)
    print(
        f"  to a plan: ours {first(OURS):.2f} s, its {first(found):.2f} s; to 1 % of its bound: ours "
        f"{first(OURS, near):.2f} s, its {first(found, near):.2f} s, ratio "
        f"{first(found, near) / first(OURS, near):.1f}; to our last plan: its "
        f"{first(found, best * (1 + 1e-6)):.2f} s; ours is {(best / bound - 1) * 100:.3f} % above its "
        f"bound, {(best / value - 1) * 100:+.3f} % of its plan, at equal times at worst {worst:+.3f} %")


main()

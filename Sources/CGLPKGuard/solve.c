// Solving what is loaded, and reading the result.
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "guard.h"

static double seconds_since(const struct timespec *began) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - began->tv_sec) + (double)(now.tv_nsec - began->tv_nsec) * 1e-9;
}

// What is left of the time limit, in milliseconds.
static int time_left(const guard_call *call) {
  if (call->options->milliseconds == INT32_MAX) return INT32_MAX;
  double left = call->options->milliseconds - seconds_since(&call->began) * 1000;
  return left < 0 ? 0 : (int)left;
}

// Text while a progress function listens: each line of the simplex method is a chance to report
// and to stop. There is no other way to stop it than to give up the environment.
void guard_listen(guard_call *call, const char *text) {
  guard_report report;
  memset(&report, 0, sizeof report);
  int iterations = 0;
  double objective = 0;
  char mark = 0;
  // A line such as "#  1200: obj =   1.25e+03 inf =   0.0e+00 (0)".
  if (sscanf(text, " %c%d: obj = %lf", &mark, &iterations, &objective) < 2) return;
  if (mark != '#' && mark != '*') return;
  call->iterations = iterations;
  report.seconds = seconds_since(&call->began);
  report.iterations = iterations;
  if (call->options->progress(call->options->context, &report) != 0) {
    call->cancelled = 1;
    glp_free_env();
    longjmp(call->home, 1);
  }
}

// Where the search is: remember the proved bound, report, and stop when asked to.
static void on_search(glp_tree *tree, void *info) {
  guard_call *call = info;
  int best = glp_ios_best_node(tree);
  if (best != 0) {
    double bound = glp_ios_node_bound(tree, best);
    if (fabs(bound) < DBL_MAX) {
      call->has_bound = 1;
      call->bound = bound;
    }
  }
  int total = 0;
  glp_ios_tree_size(tree, NULL, NULL, &total);
  call->nodes = total;
  int reason = glp_ios_reason(tree);
  if (reason != GLP_ISELECT && reason != GLP_IBINGO && reason != GLP_IBRANCH) return;
  if (call->options->progress == NULL) return;
  glp_prob *problem = glp_ios_get_prob(tree);
  guard_report report;
  memset(&report, 0, sizeof report);
  report.searching = 1;
  report.seconds = seconds_since(&call->began);
  report.iterations = call->iterations;
  report.nodes = total;
  int status = glp_mip_status(problem);
  if (status == GLP_OPT || status == GLP_FEAS) {
    report.has_incumbent = 1;
    report.incumbent = glp_mip_obj_val(problem);
  }
  report.has_bound = call->has_bound;
  report.bound = call->bound;
  if (call->options->progress(call->options->context, &report) != 0) {
    call->result->cancelled = 1;
    glp_ios_terminate(tree);
  }
}

static void scale(glp_prob *problem, int scaling) {
  switch (scaling) {
    case 1: glp_scale_prob(problem, GLP_SF_AUTO); break;
    case 2: glp_scale_prob(problem, GLP_SF_GM); break;
    case 3: glp_scale_prob(problem, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N); break;
    default: break;
  }
}

static void choose_start(glp_prob *problem, int start) {
  switch (start) {
    case 0: glp_std_basis(problem); break;
    case 1: glp_adv_basis(problem, 0); break;
    case 2: glp_cpx_basis(problem); break;
    default: break;
  }
}

static int simplex_once(guard_call *call, glp_prob *problem, int method, int presolve) {
  const guard_options *options = call->options;
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.msg_lev = options->progress != NULL ? GLP_MSG_ALL : GLP_MSG_OFF;
  parameters.out_frq = 100;
  parameters.out_dly = 0;
  parameters.meth = method;
  parameters.pricing = options->steepest_edge ? GLP_PT_PSE : GLP_PT_STD;
  parameters.r_test = options->ratio_test == 0 ? GLP_RT_STD : GLP_RT_HAR;
  if (options->ratio_test == 2 && method == GLP_DUAL) parameters.r_test = GLP_RT_FLIP;
  parameters.tol_bnd = options->primal_tolerance;
  parameters.tol_dj = options->dual_tolerance;
  parameters.tol_piv = options->pivot_tolerance;
  parameters.tm_lim = time_left(call);
  parameters.presolve = presolve ? GLP_ON : GLP_OFF;
  if (options->iterations != INT32_MAX) {
    int left = options->iterations - glp_get_it_cnt(problem);
    parameters.it_lim = left < 0 ? 0 : left;
  }
  return glp_simplex(problem, &parameters);
}

// Whether the method broke down, so that another one is worth a try.
static int broke_down(int code) {
  return code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL;
}

static int simplex(guard_call *call, glp_prob *problem, int presolve) {
  int method = call->options->simplex == 1 ? GLP_PRIMAL : GLP_DUAL;
  int code = simplex_once(call, problem, method, presolve);
  if (code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND) {
    glp_std_basis(problem);
    code = simplex_once(call, problem, method, presolve);
  }
  if (broke_down(code) && call->options->simplex == 2) {
    code = simplex_once(call, problem, GLP_PRIMAL, presolve);
  }
  if (broke_down(code)) {
    glp_std_basis(problem);
    code = simplex_once(call, problem, GLP_PRIMAL, 0);
  }
  // The dual method, and the presolver, say "no dual solution" for unbounded and for infeasible
  // programs; the primal method tells them apart.
  int undecided = code == GLP_ENODFS ||
    (code == 0 && glp_get_dual_stat(problem) == GLP_NOFEAS &&
     glp_get_prim_stat(problem) != GLP_FEAS && glp_get_prim_stat(problem) != GLP_NOFEAS);
  if (undecided) {
    if (code == GLP_ENODFS) glp_std_basis(problem);
    int second = simplex_once(call, problem, GLP_PRIMAL, 0);
    if (!broke_down(second)) code = second;
  }
  return code;
}

static void read_continuous(glp_prob *problem, guard_result *result) {
  result->primal_status = glp_get_prim_stat(problem);
  result->dual_status = glp_get_dual_stat(problem);
  int rows = glp_get_num_rows(problem);
  int columns = glp_get_num_cols(problem);
  result->has_values = result->primal_status == GLP_FEAS;
  result->has_duals = result->has_values && result->dual_status == GLP_FEAS;
  result->objective = glp_get_obj_val(problem);
  for (int row = 0; row < rows; row++) {
    result->row_value[row] = glp_get_row_prim(problem, row + 1);
    result->row_dual[row] = glp_get_row_dual(problem, row + 1);
    result->row_place[row] = (uint8_t)glp_get_row_stat(problem, row + 1);
  }
  for (int column = 0; column < columns; column++) {
    result->column_value[column] = glp_get_col_prim(problem, column + 1);
    result->column_dual[column] = glp_get_col_dual(problem, column + 1);
    result->column_place[column] = (uint8_t)glp_get_col_stat(problem, column + 1);
  }
}

static int search(guard_call *call, glp_prob *problem, int presolve) {
  const guard_options *options = call->options;
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = options->progress != NULL ? GLP_MSG_ON : GLP_MSG_OFF;
  parameters.out_dly = 0;
  parameters.br_tech = options->branching;
  parameters.bt_tech = options->backtracking;
  parameters.tol_int = options->integer_tolerance;
  parameters.tm_lim = time_left(call);
  parameters.cb_func = on_search;
  parameters.cb_info = call;
  parameters.mip_gap = options->gap;
  parameters.gmi_cuts = options->cuts & 1 ? GLP_ON : GLP_OFF;
  parameters.mir_cuts = options->cuts & 2 ? GLP_ON : GLP_OFF;
  parameters.cov_cuts = options->cuts & 4 ? GLP_ON : GLP_OFF;
  parameters.clq_cuts = options->cuts & 8 ? GLP_ON : GLP_OFF;
  parameters.fp_heur = options->heuristics & 1 ? GLP_ON : GLP_OFF;
  parameters.ps_heur = options->heuristics & 2 ? GLP_ON : GLP_OFF;
  parameters.sr_heur = options->heuristics & 4 ? GLP_ON : GLP_OFF;
  parameters.presolve = presolve ? GLP_ON : GLP_OFF;
  parameters.binarize = presolve && options->binarize ? GLP_ON : GLP_OFF;
  return glp_intopt(problem, &parameters);
}

static void read_search(guard_call *call, glp_prob *problem) {
  guard_result *result = call->result;
  result->searched = 1;
  result->search_status = glp_mip_status(problem);
  result->has_values = result->search_status == GLP_OPT || result->search_status == GLP_FEAS;
  result->has_duals = 0;
  result->nodes = call->nodes;
  result->has_bound = call->has_bound;
  result->bound = call->bound;
  if (!result->has_values) return;
  result->objective = glp_mip_obj_val(problem);
  if (result->search_status == GLP_OPT) {
    result->has_bound = 1;
    result->bound = result->objective;
  }
  int rows = glp_get_num_rows(problem);
  int columns = glp_get_num_cols(problem);
  for (int row = 0; row < rows; row++) {
    result->row_value[row] = glp_mip_row_val(problem, row + 1);
  }
  for (int column = 0; column < columns; column++) {
    result->column_value[column] = glp_mip_col_val(problem, column + 1);
  }
}

void guard_solve_problem(
  guard_call *call, glp_prob *problem, const guard_options *options, const guard_basis *start) {
  guard_result *result = call->result;
  call->options = options;
  call->problem = problem;
  clock_gettime(CLOCK_MONOTONIC, &call->began);
  if (options->start != 3) scale(problem, options->scaling);
  if (start != NULL) {
    guard_set_basis(problem, start);
  } else if (!options->presolve) {
    choose_start(problem, options->start);
  }
  glp_set_it_cnt(problem, 0);
  if (options->progress != NULL) glp_term_out(GLP_ON);
  int is_mixed = glp_get_num_int(problem) > 0;
  if (!is_mixed || !options->presolve) {
    result->code = simplex(call, problem, options->presolve);
    read_continuous(problem, result);
    result->has_basis = !options->presolve && !broke_down(result->code);
    if (result->has_duals && result->code == 0) {
      result->has_bound = 1;
      result->bound = result->objective;
    }
  }
  if (is_mixed) {
    int is_ready = options->presolve || (result->code == 0 && result->has_duals);
    if (is_ready) {
      result->code = search(call, problem, options->presolve);
      read_search(call, problem);
    } else {
      // The relaxation has no optimum; its values are not whole numbers.
      result->has_values = 0;
      result->has_duals = 0;
      result->has_bound = 0;
    }
  }
  result->iterations = glp_get_it_cnt(problem);
  if (options->progress != NULL) glp_term_out(GLP_OFF);
  call->options = NULL;
}

// What the files of this target share.
#ifndef GUARD_H
#define GUARD_H

#include <glpk.h>
#include <setjmp.h>
#include <time.h>

#include "CGLPKGuard.h"

// One guarded call: where to jump back, and what has to be freed afterwards.
typedef struct guard_call {
  jmp_buf home;
  guard_result *result;
  int message_length;
  int cancelled;  // the jump home was asked for by the progress function, not by an error
  // Working arrays of the call; freed at its end, however it ends.
  int *index_a;
  int *index_b;
  double *values;
  // The solve that is running, for progress.
  glp_prob *problem;
  const guard_options *options;
  struct timespec began;
  int has_bound;
  double bound;
  int nodes;
  int iterations;  // as last shown by the library
} guard_call;

// Runs `work` so that GLPK's abort comes back as GUARD_ABORTED; after that nothing that GLPK made
// on this thread is left.
int32_t guard_run(guard_call *call, void (*work)(guard_call *, void *), void *what);

// Working arrays of `count` + 1 elements each.
void guard_reserve(guard_call *call, int count);

// The steps of a solve, to be called inside guard_run.
void guard_load_program(guard_call *call, glp_prob *problem, const guard_program *program);
void guard_apply_changes(guard_call *call, glp_prob *problem, const guard_changes *changes);
void guard_set_basis(glp_prob *problem, const guard_basis *start);
void guard_solve_problem(
  guard_call *call, glp_prob *problem, const guard_options *options, const guard_basis *start);

// Text that the library prints while a progress function listens.
void guard_listen(guard_call *call, const char *text);

#endif

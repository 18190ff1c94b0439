// Getting a program, its changes and a basis into GLPK.
#include <math.h>
#include <stdlib.h>

#include "guard.h"

static int limits_type(double lower, double upper) {
  if (isinf(lower) && isinf(upper)) return GLP_FR;
  if (isinf(upper)) return GLP_LO;
  if (isinf(lower)) return GLP_UP;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void set_column(
  glp_prob *problem, int column, double lower, double upper, double cost, int is_integer) {
  glp_set_col_bnds(problem, column, limits_type(lower, upper), lower, upper);
  glp_set_obj_coef(problem, column, cost);
  glp_set_col_kind(problem, column, is_integer ? GLP_IV : GLP_CV);
}

void guard_load_program(guard_call *call, glp_prob *problem, const guard_program *program) {
  glp_mem_limit(program->memory_limit > 0 ? program->memory_limit : INT32_MAX);
  glp_set_obj_dir(problem, program->maximize ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(problem, 0, program->constant);
  if (program->rows != 0) glp_add_rows(problem, program->rows);
  if (program->columns != 0) glp_add_cols(problem, program->columns);
  for (int row = 0; row < program->rows; row++) {
    double lower = program->row_lower[row];
    double upper = program->row_upper[row];
    glp_set_row_bnds(problem, row + 1, limits_type(lower, upper), lower, upper);
  }
  for (int column = 0; column < program->columns; column++) {
    double lower = program->column_lower[column];
    double upper = program->column_upper[column];
    glp_set_col_bnds(problem, column + 1, limits_type(lower, upper), lower, upper);
    if (program->cost[column] != 0) {
      glp_set_obj_coef(problem, column + 1, program->cost[column]);
    }
    if (program->is_integer != NULL && program->is_integer[column]) {
      glp_set_col_kind(problem, column + 1, GLP_IV);
    }
  }
  guard_reserve(call, program->entries);
  for (int entry = 0; entry < program->entries; entry++) {
    call->index_a[entry + 1] = program->entry_row[entry] + 1;
    call->index_b[entry + 1] = program->entry_column[entry] + 1;
    call->values[entry + 1] = program->entry_value[entry];
  }
  glp_load_matrix(problem, program->entries, call->index_a, call->index_b, call->values);
}

// Gives whole rows (or columns) their coefficients.
static void set_lines(
  guard_call *call, glp_prob *problem, int count, const int32_t *line, const int32_t *start,
  const int32_t *index, const double *value,
  void (*set)(glp_prob *, int, int, const int[], const double[])) {
  for (int k = 0; k < count; k++) {
    int length = start[k + 1] - start[k];
    guard_reserve(call, length);
    for (int entry = 0; entry < length; entry++) {
      call->index_a[entry + 1] = index[start[k] + entry] + 1;
      call->values[entry + 1] = value[start[k] + entry];
    }
    set(problem, line[k] + 1, length, call->index_a, call->values);
  }
}

void guard_apply_changes(guard_call *call, glp_prob *problem, const guard_changes *changes) {
  glp_set_obj_dir(problem, changes->maximize ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(problem, 0, changes->constant);
  if (changes->new_rows != 0) glp_add_rows(problem, changes->new_rows);
  if (changes->new_columns != 0) glp_add_cols(problem, changes->new_columns);
  for (int k = 0; k < changes->row_limits; k++) {
    double lower = changes->row_lower[k];
    double upper = changes->row_upper[k];
    glp_set_row_bnds(
      problem, changes->row_limits_row[k] + 1, limits_type(lower, upper), lower, upper);
  }
  for (int k = 0; k < changes->column_changes; k++) {
    set_column(
      problem, changes->column_changes_column[k] + 1, changes->column_lower[k],
      changes->column_upper[k], changes->cost[k], changes->is_integer[k]);
  }
  set_lines(
    call, problem, changes->whole_rows, changes->whole_row, changes->whole_row_start,
    changes->whole_row_column, changes->whole_row_value, glp_set_mat_row);
  set_lines(
    call, problem, changes->whole_columns, changes->whole_column, changes->whole_column_start,
    changes->whole_column_row, changes->whole_column_value, glp_set_mat_col);
}

void guard_set_basis(glp_prob *problem, const guard_basis *start) {
  int rows = glp_get_num_rows(problem);
  int columns = glp_get_num_cols(problem);
  for (int row = 0; row < rows; row++) {
    // A new row is basic, so that the rest of the basis stays as it was.
    glp_set_row_stat(problem, row + 1, row < start->rows ? start->row_place[row] : GLP_BS);
  }
  for (int column = 0; column < columns; column++) {
    glp_set_col_stat(
      problem, column + 1, column < start->columns ? start->column_place[column] : GLP_NL);
  }
}

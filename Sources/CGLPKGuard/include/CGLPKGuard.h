// The only door to GLPK. Every call runs on a thread of its own kind (GLPK's environment belongs
// to a thread) and survives GLPK's abort: the error hook frees the environment and jumps back into
// the C function that set it up. No Swift frame is ever jumped over.
//
// Positions are 0-based here. Nothing is checked: that is done in Swift, and what slips through is
// refused by GLPK itself, whose message is handed back.
#ifndef CGLPKGUARD_H
#define CGLPKGUARD_H

#include <stdint.h>

// A whole program. Arrays belong to the caller and are only read during the call.
typedef struct {
  int32_t rows;
  int32_t columns;
  int32_t entries;
  const int32_t *entry_row;
  const int32_t *entry_column;
  const double *entry_value;
  const double *row_lower;
  const double *row_upper;
  const double *column_lower;
  const double *column_upper;
  const double *cost;
  const uint8_t *is_integer;  // NULL: all continuous
  double constant;
  int32_t maximize;
  int32_t memory_limit;  // mebibytes; 0: none
} guard_program;

// What is different from the program in a session. New rows and columns come after the old ones.
typedef struct {
  int32_t new_rows;
  int32_t new_columns;
  int32_t row_limits;  // rows with new limits, the new rows among them
  const int32_t *row_limits_row;
  const double *row_lower;
  const double *row_upper;
  int32_t column_changes;  // columns with new bounds, cost or kind, the new columns among them
  const int32_t *column_changes_column;
  const double *column_lower;
  const double *column_upper;
  const double *cost;
  const uint8_t *is_integer;
  int32_t whole_rows;  // rows whose coefficients are all given anew
  const int32_t *whole_row;
  const int32_t *whole_row_start;  // whole_rows + 1 positions
  const int32_t *whole_row_column;
  const double *whole_row_value;
  int32_t whole_columns;
  const int32_t *whole_column;
  const int32_t *whole_column_start;
  const int32_t *whole_column_row;
  const double *whole_column_value;
  double constant;
  int32_t maximize;
} guard_changes;

// How far a solve has come.
typedef struct {
  int32_t searching;  // 0: simplex method, 1: search for whole numbers
  double seconds;
  int32_t iterations;
  int32_t nodes;
  int32_t has_incumbent;
  double incumbent;
  int32_t has_bound;
  double bound;
} guard_report;

// Called on the solving thread; must return normally. Not 0: stop.
typedef int32_t (*guard_progress)(void *context, const guard_report *report);

typedef struct {
  int32_t simplex;      // 1 primal, 2 dual then primal, 3 dual
  int32_t ratio_test;   // 0 standard, 1 Harris, 2 long step
  int32_t steepest_edge;
  int32_t scaling;      // 0 none, 1 automatic, 2 geometric, 3 geometric and equilibration
  int32_t start;        // 0 standard, 1 advanced, 2 Bixby, 3 keep what the session has
  int32_t presolve;
  int32_t cuts;         // bits: Gomory, rounding, cover, clique
  int32_t heuristics;   // bits: feasibility pump, proximity, rounding
  int32_t branching;    // 1 … 5 as in GLPK
  int32_t backtracking; // 1 … 4 as in GLPK
  int32_t binarize;
  double gap;
  int32_t milliseconds; // INT32_MAX: no limit
  int32_t iterations;   // INT32_MAX: no limit
  double primal_tolerance;
  double dual_tolerance;
  double pivot_tolerance;
  double integer_tolerance;
  guard_progress progress;  // NULL: none
  void *context;
} guard_options;

// A basis to start from: places as GLPK's codes. Fewer than the program has: the rest is new.
typedef struct {
  int32_t rows;
  int32_t columns;
  const uint8_t *row_place;
  const uint8_t *column_place;
} guard_basis;

// The arrays are the caller's and have room for all rows and columns; the rest is filled in.
typedef struct {
  double *column_value;
  double *column_dual;
  double *row_value;
  double *row_dual;
  uint8_t *row_place;
  uint8_t *column_place;
  int32_t searched;       // whether the integer search gave the code below
  int32_t code;           // what glp_simplex or glp_intopt returned
  int32_t primal_status;  // of the continuous program
  int32_t dual_status;
  int32_t search_status;  // of the integer program
  int32_t cancelled;
  int32_t has_values;
  int32_t has_duals;
  int32_t has_basis;
  double objective;
  int32_t has_bound;
  double bound;
  int32_t iterations;
  int32_t nodes;
  char message[512];  // GLPK's last words when the call was aborted
} guard_result;

enum {
  GUARD_FINE = 0,
  GUARD_ABORTED = 1,    // GLPK stopped with an internal error; `message` tells which
  GUARD_NO_THREAD = 2,  // the thread could not be started; `code` is the system's error
  GUARD_ENDED = 3       // the session ended with an earlier error
};

// Create, load, solve, extract and delete, on a thread that ends with the call.
// `start` may be NULL.
int32_t guard_solve_once(
  const guard_program *program, const guard_options *options, const guard_basis *start,
  guard_result *result);

// A program that stays loaded on a thread of its own.
typedef struct guard_session guard_session;

// NULL when the thread cannot be started.
guard_session *guard_session_open(void);
// Ends the thread and frees everything.
void guard_session_close(guard_session *session);
// Replaces what is loaded; `result` takes the message. Brings an ended session back to life.
int32_t guard_session_load(
  guard_session *session, const guard_program *program, guard_result *result);
// Changes what is loaded and keeps the basis.
int32_t guard_session_change(
  guard_session *session, const guard_changes *changes, guard_result *result);
// Solves what is loaded, from the basis it has unless `start` gives another.
int32_t guard_session_solve(
  guard_session *session, const guard_options *options, const guard_basis *start,
  guard_result *result);

// The version of the library, such as "5.0".
const char *guard_library_version(void);

#endif

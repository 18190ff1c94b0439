// The guard itself: one thread, one environment, one way back.
#include "guard.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

// GLPK is about to abort: free all it has on this thread and go back.
static void on_error(void *info) {
  guard_call *call = info;
  glp_free_env();
  longjmp(call->home, 1);
}

// GLPK prints. It switches printing on before it aborts, so this sees its last words; otherwise it
// only prints while a progress function listens.
static int on_text(void *info, const char *text) {
  guard_call *call = info;
  if (call->options != NULL && call->options->progress != NULL) {
    guard_listen(call, text);
    // Keep the latest lines only: the error, should one come, is printed last.
    if (call->message_length > 200) call->message_length = 0;
  }
  int room = (int)sizeof call->result->message - 1 - call->message_length;
  int length = (int)strlen(text);
  if (length > room) length = room;
  memcpy(call->result->message + call->message_length, text, (size_t)length);
  call->message_length += length;
  call->result->message[call->message_length] = 0;
  return 1;
}

static void release(guard_call *call) {
  free(call->index_a);
  free(call->index_b);
  free(call->values);
  call->index_a = NULL;
  call->index_b = NULL;
  call->values = NULL;
}

int32_t guard_run(guard_call *call, void (*work)(guard_call *, void *), void *what) {
  call->result->message[0] = 0;
  if (setjmp(call->home) != 0) {
    release(call);
    call->result->cancelled = call->cancelled;
    return GUARD_ABORTED;
  }
  glp_init_env();
  glp_error_hook(on_error, call);
  glp_term_hook(on_text, call);
  glp_term_out(GLP_OFF);
  work(call, what);
  glp_term_out(GLP_OFF);
  glp_error_hook(NULL, NULL);
  glp_term_hook(NULL, NULL);
  release(call);
  return GUARD_FINE;
}

void guard_reserve(guard_call *call, int count) {
  release(call);
  size_t size = (size_t)count + 1;
  call->index_a = malloc(size * sizeof(int));
  call->index_b = malloc(size * sizeof(int));
  call->values = malloc(size * sizeof(double));
  if (call->index_a == NULL || call->index_b == NULL || call->values == NULL) {
    glp_error("not enough memory for %d coefficients\n", count);
  }
}

// A thread that keeps out of the way of the process's signals.
static int start_thread(pthread_t *thread, void *(*body)(void *), void *argument) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  int masked = pthread_sigmask(SIG_SETMASK, &all, &before) == 0;
  int code = pthread_create(thread, NULL, body, argument);
  if (masked) pthread_sigmask(SIG_SETMASK, &before, NULL);
  return code;
}

// One-off solves.

typedef struct {
  const guard_program *program;
  const guard_options *options;
  const guard_basis *start;
  guard_result *result;
  int32_t outcome;
} once;

static void once_work(guard_call *call, void *what) {
  once *job = what;
  glp_prob *problem = glp_create_prob();
  guard_load_program(call, problem, job->program);
  guard_solve_problem(call, problem, job->options, job->start);
  glp_delete_prob(problem);
}

static void *once_thread(void *argument) {
  once *job = argument;
  guard_call call;
  memset(&call, 0, sizeof call);
  call.result = job->result;
  job->outcome = guard_run(&call, once_work, job);
  glp_free_env();
  return NULL;
}

int32_t guard_solve_once(
  const guard_program *program, const guard_options *options, const guard_basis *start,
  guard_result *result) {
  once job = {program, options, start, result, GUARD_FINE};
  pthread_t thread;
  int code = start_thread(&thread, once_thread, &job);
  if (code != 0) {
    result->code = code;
    return GUARD_NO_THREAD;
  }
  pthread_join(thread, NULL);
  return job.outcome;
}

// Sessions: a thread that waits for one job at a time.

enum { JOB_NONE, JOB_LOAD, JOB_CHANGE, JOB_SOLVE, JOB_END };

struct guard_session {
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int job;
  const guard_program *program;
  const guard_changes *changes;
  const guard_options *options;
  const guard_basis *start;
  guard_result *result;
  int32_t outcome;
  glp_prob *problem;  // NULL: nothing loaded, or lost with an abort
};

static void session_work(guard_call *call, void *what) {
  guard_session *session = what;
  switch (session->job) {
    case JOB_LOAD:
      if (session->problem != NULL) glp_delete_prob(session->problem);
      session->problem = glp_create_prob();
      guard_load_program(call, session->problem, session->program);
      break;
    case JOB_CHANGE:
      guard_apply_changes(call, session->problem, session->changes);
      break;
    case JOB_SOLVE:
      guard_solve_problem(call, session->problem, session->options, session->start);
      break;
    default:
      break;
  }
}

static void session_do(guard_session *session) {
  if (session->problem == NULL && session->job != JOB_LOAD) {
    session->outcome = GUARD_ENDED;
    return;
  }
  guard_call call;
  memset(&call, 0, sizeof call);
  call.result = session->result;
  session->outcome = guard_run(&call, session_work, session);
  if (session->outcome == GUARD_ABORTED) session->problem = NULL;
}

static void *session_thread(void *argument) {
  guard_session *session = argument;
  pthread_mutex_lock(&session->mutex);
  for (;;) {
    while (session->job == JOB_NONE) pthread_cond_wait(&session->changed, &session->mutex);
    if (session->job == JOB_END) break;
    session_do(session);
    session->job = JOB_NONE;
    pthread_cond_broadcast(&session->changed);
  }
  pthread_mutex_unlock(&session->mutex);
  glp_free_env();
  return NULL;
}

guard_session *guard_session_open(void) {
  guard_session *session = calloc(1, sizeof *session);
  if (session == NULL) return NULL;
  pthread_mutex_init(&session->mutex, NULL);
  pthread_cond_init(&session->changed, NULL);
  if (start_thread(&session->thread, session_thread, session) != 0) {
    pthread_cond_destroy(&session->changed);
    pthread_mutex_destroy(&session->mutex);
    free(session);
    return NULL;
  }
  return session;
}

void guard_session_close(guard_session *session) {
  if (session == NULL) return;
  pthread_mutex_lock(&session->mutex);
  session->job = JOB_END;
  pthread_cond_broadcast(&session->changed);
  pthread_mutex_unlock(&session->mutex);
  pthread_join(session->thread, NULL);
  pthread_cond_destroy(&session->changed);
  pthread_mutex_destroy(&session->mutex);
  free(session);
}

static int32_t session_run(guard_session *session, int job, guard_result *result) {
  session->result = result;
  session->job = job;
  pthread_cond_broadcast(&session->changed);
  while (session->job != JOB_NONE) pthread_cond_wait(&session->changed, &session->mutex);
  int32_t outcome = session->outcome;
  pthread_mutex_unlock(&session->mutex);
  return outcome;
}

int32_t guard_session_load(
  guard_session *session, const guard_program *program, guard_result *result) {
  pthread_mutex_lock(&session->mutex);
  session->program = program;
  return session_run(session, JOB_LOAD, result);
}

int32_t guard_session_change(
  guard_session *session, const guard_changes *changes, guard_result *result) {
  pthread_mutex_lock(&session->mutex);
  session->changes = changes;
  return session_run(session, JOB_CHANGE, result);
}

int32_t guard_session_solve(
  guard_session *session, const guard_options *options, const guard_basis *start,
  guard_result *result) {
  pthread_mutex_lock(&session->mutex);
  session->options = options;
  session->start = start;
  return session_run(session, JOB_SOLVE, result);
}

const char *guard_library_version(void) { return glp_version(); }

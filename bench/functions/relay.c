/*
 * A relay: what any gateway of functions does at the least. One process takes requests from connections, hands each to another process that
 * is free, and writes what comes back; both spend a given time on the processor for it, and nothing else goes on in them: no collector, no
 * log. At the rate of a gateway that takes as much time, it shows what the machine and the queue make of that alone.
 *
 *   relay GATEWAY_US INSTANCE_US INSTANCES      prints its port, and ends with its standard input
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST_INSTANCES 64
#define MOST_WAITING 1024
/* About as long as the event of a REST API and what a runtime answers to it. */
#define EVENT_BYTES 2500
#define ANSWER_BYTES 100
static const char RESPONSE[] = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

enum kind { INPUT, LISTENER, CONNECTION, INSTANCE };
struct source {
  enum kind kind;
  int file;
  int connection; /* of an instance: whose request it runs */
};

static char bytes[65536];
static int poll_file;
static double gateway_us;
static struct source *idle[MOST_INSTANCES];
static int idle_count;
/* Connections whose requests wait for an instance, first come, first served. */
static int waiting[MOST_WAITING];
static unsigned waiting_first, waiting_end;

static double spent_us(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void spend(double us) {
  double end_us = spent_us() + us;
  while (spent_us() < end_us) continue;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void put(int file, const void *from, size_t size) {
  if (write(file, from, size) != (ssize_t)size) fail("write");
}

static void watch(enum kind kind, int file) {
  struct source *source = calloc(1, sizeof *source);
  *source = (struct source){kind, file, -1};
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = source};
  if (epoll_ctl(poll_file, EPOLL_CTL_ADD, file, &event) < 0) fail("epoll_ctl");
  if (kind == INSTANCE) idle[idle_count++] = source;
}

static void run_instance(int file, double instance_us) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (long left = 0;;) {
    ssize_t size = read(file, bytes, sizeof bytes);
    if (size <= 0) exit(0);
    for (left += size; left >= EVENT_BYTES; left -= EVENT_BYTES) {
      spend(instance_us);
      put(file, bytes, ANSWER_BYTES);
    }
  }
}

static void start_instance(double instance_us) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0) fail("socketpair");
  if (fork() == 0) {
    close(pair[0]);
    run_instance(pair[1], instance_us);
  }
  close(pair[1]);
  watch(INSTANCE, pair[0]);
}

static int listen_anywhere(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int file = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(file, (struct sockaddr *)&address, size) < 0 || listen(file, 128) < 0) fail("listen");
  getsockname(file, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return file;
}

static void hand_over(int connection, struct source *instance) {
  instance->connection = connection;
  put(instance->file, bytes, EVENT_BYTES);
}

static void take_connection(int listener) {
  int file = accept(listener, NULL, NULL), on = 1;
  if (file < 0) fail("accept");
  setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  watch(CONNECTION, file);
}

static void take_request(struct source *from) {
  if (read(from->file, bytes, sizeof bytes) <= 0) {
    close(from->file);
    free(from);
    return;
  }
  spend(gateway_us / 2);
  if (idle_count > 0) hand_over(from->file, idle[--idle_count]);
  else waiting[waiting_end++ % MOST_WAITING] = from->file;
}

static void take_answer(struct source *instance) {
  if (read(instance->file, bytes, ANSWER_BYTES) != ANSWER_BYTES) fail("read");
  spend(gateway_us / 2);
  put(instance->connection, RESPONSE, sizeof RESPONSE - 1);
  if (waiting_first != waiting_end) hand_over(waiting[waiting_first++ % MOST_WAITING], instance);
  else idle[idle_count++] = instance;
}

int main(int arguments, char **values) {
  if (arguments != 4 || atoi(values[3]) < 1 || atoi(values[3]) > MOST_INSTANCES) return 2;
  gateway_us = atof(values[1]);
  poll_file = epoll_create1(0);
  for (int count = atoi(values[3]); count > 0; count--) start_instance(atof(values[2]));
  watch(LISTENER, listen_anywhere());
  watch(INPUT, STDIN_FILENO);
  for (;;) {
    struct epoll_event events[64];
    int count = epoll_wait(poll_file, events, 64, -1);
    for (int index = 0; index < count; index++) {
      struct source *source = events[index].data.ptr;
      switch (source->kind) {
        case INPUT: return 0;
        case LISTENER: take_connection(source->file); break;
        case CONNECTION: take_request(source); break;
        case INSTANCE: take_answer(source); break;
      }
    }
  }
}

/*
 * The load driver: sends one request again and again over kept connections, each time when it is due, and prints a line of JSON about
 * what came back. It is in C to take few microseconds a request, since it shares its core with what it measures.
 *
 *   driver ADDRESS PORT CONNECTIONS PER_SECOND WARM_UP_SECONDS SECONDS <REQUEST
 *
 * All times are of the real-time clock, by which the kernel says when an answer has arrived (socket(7), SO_TIMESTAMPNS).
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <math.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define MOST_CONNECTIONS 1024
#define MOST_HEAD 16384
/* From the start to the first request; how long the last answers are waited for; before a lost connection is opened anew. */
#define START_MS 1.0
#define GRACE_MS 5000.0
#define REOPEN_MS 10.0

struct connection {
  int file; /* -1 while it is lost */
  double reopen_ms;
  long place; /* in the schedule, of the request that is under way; -1 for none */
  double due_ms, sent_ms;
  char head[MOST_HEAD + 1];
  int head_bytes, has_head, status, closes;
  long left; /* of the body */
};

static struct connection connections[MOST_CONNECTIONS];
static int count;
static struct sockaddr_in address;
static char request[MOST_HEAD];
static size_t request_bytes;
/* Requests from `first` on are reported. */
static long first, total, over, answered, refused, punctual;
static double *latencies, *at_socket, *late;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double milliseconds(const struct timespec *time) { return time->tv_sec * 1e3 + time->tv_nsec / 1e6; }

static double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  return milliseconds(&time);
}

static int open_connection(struct connection *at) {
  int on = 1;
  at->place = -1;
  at->file = socket(AF_INET, SOCK_STREAM, 0);
  if (at->file < 0) fail("socket");
  setsockopt(at->file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(at->file, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
  return connect(at->file, (struct sockaddr *)&address, sizeof address);
}

/* A request that is on it stays without an answer. */
static void lose_connection(struct connection *at) {
  close(at->file);
  at->file = -1;
  at->reopen_ms = now_ms() + REOPEN_MS;
  if (at->place >= 0) over++;
  at->place = -1;
}

static void reopen_lost(void) {
  for (int index = 0; index < count; index++) {
    struct connection *at = &connections[index];
    if (at->file < 0 && now_ms() >= at->reopen_ms && open_connection(at) < 0) lose_connection(at);
  }
}

/* In turn, so that all are used. */
static struct connection *free_connection(void) {
  static int next;
  for (int tries = 0; tries < count; tries++) {
    struct connection *at = &connections[next];
    next = (next + 1) % count;
    if (at->file >= 0 && at->place < 0) return at;
  }
  return NULL;
}

/* One that was starved has waited for a connection, which is no lateness of the driver's: it counts as sent when it was due. */
static void send_request(struct connection *at, long place, double due_ms, int starved) {
  at->place = place;
  at->due_ms = due_ms;
  at->head_bytes = at->has_head = 0;
  at->sent_ms = starved ? due_ms : now_ms();
  if (!starved && place >= first) late[punctual++] = at->sent_ms - due_ms;
  if (write(at->file, request, request_bytes) != (ssize_t)request_bytes) lose_connection(at);
}

/* Takes what belongs to the head, and gives how much that is. */
static size_t take_head(struct connection *at, const char *bytes, size_t size) {
  size_t before = at->head_bytes;
  size_t taken = size < MOST_HEAD - before ? size : MOST_HEAD - before;
  memcpy(at->head + before, bytes, taken);
  at->head_bytes += taken;
  at->head[at->head_bytes] = '\0';
  char *end = strstr(at->head, "\r\n\r\n");
  if (end == NULL) return size;
  end[2] = '\0';
  for (char *letter = at->head; *letter != '\0'; letter++) *letter = tolower(*letter);
  char *length = strstr(at->head, "\r\ncontent-length:");
  if (length == NULL) {
    fprintf(stderr, "The driver only understands answers with a length:\n%s", at->head);
    exit(1);
  }
  at->has_head = 1;
  at->status = atoi(at->head + 9);
  at->left = atol(length + 17);
  at->closes = strstr(at->head, "\r\nconnection: close\r\n") != NULL;
  return end + 4 - at->head - before;
}

static void take_answer(struct connection *at, double arrived_ms) {
  if (at->place >= first) {
    latencies[answered] = now_ms() - at->due_ms;
    at_socket[answered++] = arrived_ms - at->sent_ms;
    if (at->status >= 400) refused++;
  }
  over++;
  at->place = -1;
  if (at->closes) lose_connection(at);
}

static void receive(struct connection *at) {
  static char bytes[65536];
  char control[256];
  struct iovec part = {bytes, sizeof bytes};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  ssize_t size = recvmsg(at->file, &message, 0);
  if (size <= 0 || at->place < 0) return lose_connection(at);
  double arrived_ms = now_ms();
  struct cmsghdr *stamp = CMSG_FIRSTHDR(&message);
  if (stamp != NULL && stamp->cmsg_type == SCM_TIMESTAMPNS) arrived_ms = milliseconds((struct timespec *)CMSG_DATA(stamp));
  size_t head = at->has_head ? 0 : take_head(at, bytes, size);
  if (!at->has_head) return;
  at->left -= size - head;
  if (at->left <= 0) take_answer(at, arrived_ms);
}

/* Waits for answers, and not beyond a moment. */
static void wait_for_answers(double until_ms) {
  static struct pollfd files[MOST_CONNECTIONS];
  for (int index = 0; index < count; index++) files[index] = (struct pollfd){connections[index].file, POLLIN, 0};
  double wait_ms = fmax(until_ms - now_ms(), 0);
  struct timespec wait = {wait_ms / 1e3, fmod(wait_ms, 1e3) * 1e6};
  if (ppoll(files, count, &wait, NULL) < 0) fail("ppoll");
  for (int index = 0; index < count; index++)
    if (files[index].revents != 0) receive(&connections[index]);
}

static int ascending(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

/* The value that a share of all does not exceed; what is missing is above all others (JSON has no number for it). */
static void print_percentile(const char *name, const double *sorted, long size, long of, double share) {
  long at = (long)ceil(of * share) - 1;
  if (at < 0 || at >= size) printf(",\"%s\":null", name);
  else printf(",\"%s\":%.4f", name, sorted[at]);
}

int main(int arguments, char **values) {
  if (arguments != 7) return 2;
  address = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(atoi(values[2]))};
  inet_pton(AF_INET, values[1], &address.sin_addr);
  count = atoi(values[3]);
  double per_ms = atof(values[4]) / 1e3, warm_up_ms = atof(values[5]) * 1e3, reported_ms = atof(values[6]) * 1e3;
  request_bytes = fread(request, 1, sizeof request, stdin);
  if (count < 1 || count > MOST_CONNECTIONS || request_bytes == sizeof request) return 2;
  first = lround(per_ms * warm_up_ms);
  total = lround(per_ms * (warm_up_ms + reported_ms));
  long wanted = total - first;
  latencies = calloc(3 * wanted + 1, sizeof *latencies);
  at_socket = latencies + wanted;
  late = at_socket + wanted;

  signal(SIGPIPE, SIG_IGN);
  prctl(PR_SET_TIMERSLACK, 1);
  for (int index = 0; index < count; index++)
    if (open_connection(&connections[index]) < 0) fail("The server takes no connections");

  double start_ms = now_ms() + START_MS;
  double give_up_ms = start_ms + warm_up_ms + reported_ms + GRACE_MS;
  for (long sent = 0, starved = 0; over < total && now_ms() < give_up_ms;) {
    reopen_lost();
    double next_ms;
    int waits = 0;
    for (; (next_ms = start_ms + sent / per_ms) <= now_ms() && sent < total; sent++) {
      struct connection *at = free_connection();
      waits = at == NULL;
      if (waits) break;
      send_request(at, sent, next_ms, starved);
    }
    starved = waits;
    wait_for_answers(sent < total && !starved ? next_ms : now_ms() + REOPEN_MS);
  }

  qsort(latencies, answered, sizeof *latencies, ascending);
  qsort(at_socket, answered, sizeof *at_socket, ascending);
  qsort(late, punctual, sizeof *late, ascending);
  printf("{\"answered\":%ld,\"failed\":%ld", answered, wanted - answered + refused);
  print_percentile("p50Ms", latencies, answered, wanted, 0.5);
  print_percentile("p99Ms", latencies, answered, wanted, 0.99);
  print_percentile("p999Ms", latencies, answered, wanted, 0.999);
  print_percentile("socketP50Ms", at_socket, answered, wanted, 0.5);
  print_percentile("socketP99Ms", at_socket, answered, wanted, 0.99);
  print_percentile("lateP99Ms", late, punctual, punctual, 0.99);
  printf("}\n");
  return 0;
}

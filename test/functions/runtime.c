#define _GNU_SOURCE
/* The smallest Lambda runtime: one connection to the Runtime API, one invocation after the other. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[1 << 16];
static char host[64];

/* Sends a request and reads its answer; the body's first byte is where `body` points. */
static void ask(int connection, const char *request, char **body) {
  size_t size = 0;
  if (write(connection, request, strlen(request)) < 0) exit(1);
  for (;;) {
    ssize_t count = read(connection, buffer + size, sizeof buffer - 1 - size);
    if (count <= 0) exit(1);
    size += (size_t)count;
    buffer[size] = 0;
    char *end = strstr(buffer, "\r\n\r\n");
    if (end == NULL) continue;
    char *field = strcasestr(buffer, "\r\ncontent-length:");
    size_t length = field == NULL ? 0 : strtoul(field + 17, NULL, 10);
    *body = end + 4;
    if (size >= (size_t)(end + 4 - buffer) + length) return;
  }
}

int main(void) {
  const char *address = getenv("AWS_LAMBDA_RUNTIME_API");
  if (address == NULL) return 1;
  snprintf(host, sizeof host, "%s", address);
  char *colon = strchr(host, ':');
  if (colon == NULL) return 1;
  *colon = 0;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(colon + 1))};
  inet_pton(AF_INET, host, &to.sin_addr);
  int connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (struct sockaddr *)&to, sizeof to) != 0) return 1;

  for (int turn = 1;; turn++) {
    char request[1024], answer[256], id[64] = "";
    char *body;
    snprintf(request, sizeof request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", address);
    ask(connection, request, &body);
    char *field = strcasestr(buffer, "\r\nlambda-runtime-aws-request-id:");
    if (field == NULL || sscanf(field + 32, " %63[^\r]", id) != 1) return 1;
    int length = snprintf(answer, sizeof answer, "{\"statusCode\":200,\"body\":\"C, turn %d\"}", turn);
    snprintf(request, sizeof request,
             "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s", id,
             address, length, answer);
    ask(connection, request, &body);
  }
}

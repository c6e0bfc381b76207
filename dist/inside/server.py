"""Serves the app on a port of 127.0.0.1 with Django's own development server, a thread per connection."""
import socketserver
import threading


def serve(application, port):
    server = _server_class()(("127.0.0.1", port), _handler_class())
    server.set_app(application)
    threading.Thread(target=_serve_forever, args=(server,), daemon=True).start()


def _serve_forever(server):
    """An exception that reaches the accept loop (a learner's sys.exit in a signal, say) does not end it."""
    while True:
        try:
            server.serve_forever(poll_interval=60)
        except BaseException:
            continue


def _server_class():
    from django.core.servers import basehttp

    base = getattr(basehttp, "ThreadedWSGIServer", None) or type(
        "ThreadedWSGIServer", (socketserver.ThreadingMixIn, basehttp.WSGIServer), {}
    )

    class Server(base):
        daemon_threads = True
        allow_reuse_address = True
        request_queue_size = 128

        def __init__(self, address, handler):
            base.__init__(self, address, handler, ipv6=False)

        def server_bind(self):
            """Without the name lookup of http.server, which waits for a name server that is not there."""
            socketserver.TCPServer.server_bind(self)
            self.server_name = "localhost"
            self.server_port = self.server_address[1]
            self.setup_environ()

        def handle_error(self, request, client_address):
            pass

    return Server


def _handler_class():
    from django.core.servers.basehttp import WSGIRequestHandler

    class Handler(WSGIRequestHandler):
        def log_message(self, *_):
            """The log is for what the learner's code writes."""

    return Handler

#!/usr/bin/env python3
"""The preview among strangers: other hosts, other sites' pages, paths that climb, slow readers, a crowd.

    preview_strangers.py MEADOW SITE

Starts `meadow serve` on a copy of the site and speaks HTTP to it by hand, so that no library tidies up what is
asked. It must listen on the loopback interface alone, answer what is not its own with 403, 404 or 405, give the
right bytes to a thousand requests at once, and stay quick while clients dawdle.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

failures = []


def expect(truth, what):
    if not truth:
        failures.append(what)
        print(f"FAILED {what}", file=sys.stderr)


def ask(port, path="/", host=None, method="GET", headers=(), timeout=20, raw=None):
    """Status, headers and body; (0, {}, b'') where the connection was closed without an answer."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host if host is not None else f'127.0.0.1:{port}'}", "Connection: close", *headers]
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as client:
        client.sendall(raw if raw is not None else ("\r\n".join(lines) + "\r\n\r\n").encode())
        data = b""
        try:
            while piece := client.recv(65536):
                data += piece
        except (ConnectionResetError, TimeoutError):
            pass
    if not data.startswith(b"HTTP/"):
        return 0, {}, b""
    head, _, body = data.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:] if ": " in line)
    return int(head.split()[1]), fields, body


def strangers(port, base):
    for path in ["/../../../../etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", base + "../../site.yaml", base + "..%5c..%5csite.yaml",
                 base + "style.css%00.html", base + ".meadow-manifest", "/Content/site.yaml", "//evil.example/", base + "%zz", base + "x" * 4000,
                 base + "....//....//etc/passwd", "/proc/self/environ", base + "./style.css"]:
        status, _, body = ask(port, path)
        expect(status in (0, 400, 404, 414), f"{path[:60]} gave {status}")
        expect(b"root:" not in body and b"organisation:" not in body, f"{path[:60]} gave a file of the disk")
    for host in ["evil.example", f"evil.example:{port}", f"localhost.evil.example:{port}", f"127.0.0.1:{port + 1}", f"127.0.0.1.evil.example:{port}", "",
                 f"0.0.0.0:{port}", f"127.0.0.1:{port}@evil.example", "[::1", "localhost\t"]:
        expect(ask(port, base, host)[0] in (0, 400, 403), f"Host {host!r} was answered")
    for host in [f"localhost:{port}", f"127.0.0.1:{port}"]:
        expect(ask(port, base, host)[0] == 200, f"Host {host} was not answered")
    for origin in ["https://evil.example", "null", f"http://localhost:{port + 1}", f"http://localhost.evil.example:{port}"]:
        status, fields, _ = ask(port, base, headers=[f"Origin: {origin}"])
        expect(status == 403 and "access-control-allow-origin" not in fields, f"Origin {origin} gave {status}")
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"]:
        expect(ask(port, base, method=method)[0] in (0, 400, 405, 501), f"{method} was answered")
    status, fields, body = ask(port, base, method="HEAD")
    expect(status == 200 and body == b"" and int(fields["content-length"]) > 0, "HEAD has a body, or no length")
    for raw in [b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"A" * 100_000, b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n", b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"]:
        expect(ask(port, raw=raw, timeout=2)[0] != 200, f"{raw[:30]!r} was answered")
    expect(ask(port, base)[0] == 200, "it answers nobody after bad requests")


def elsewhere(port):
    """Nothing listens on this machine's other addresses."""
    listening = [line.split()[1] for name in ["/proc/net/tcp", "/proc/net/tcp6"] for line in open(name).readlines()[1:] if line.split()[3] == "0A"]
    places = [place for place in listening if place.endswith(f":{port:04X}")]
    expect(places == [f"0100007F:{port:04X}"], f"it listens on {places}")


def dawdlers(port, base):
    """Two hundred clients that say half a word, and one that is in earnest."""
    slow = []
    for _ in range(200):
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(b"GET / HT")
        slow.append(client)
    begun = time.monotonic()
    status, _, _ = ask(port, base)
    took = time.monotonic() - begun
    expect(status == 200 and took < 5, f"behind 200 dawdlers an answer took {took:.1f} s and was {status}")
    for client in slow:
        client.close()
    return took


def crowd(port, base, output):
    files = {base + str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*.css")) + sorted(output.rglob("*.csv"))[:40]}
    asked = [list(files)[n % len(files)] for n in range(1000)]
    begun = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(200) as pool:
        answers = list(pool.map(lambda path: ask(port, path, timeout=60), asked))
    took = time.monotonic() - begun
    wrong = sum(1 for path, (status, _, body) in zip(asked, answers) if status != 200 or body != files[path])
    expect(wrong == 0, f"{wrong} of 1000 requests got something else")
    return took


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    meadow, source = os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        site = pathlib.Path(work) / "site"
        for part in ["Content", "Templates"]:
            if (source / part).exists():
                shutil.copytree(source / part, site / part)
        subprocess.run([meadow, "build", "--site", str(site), "--as-of", "2026-11-10", "--quiet"], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([meadow, "serve", "--site", str(site), "--port", str(port), "--as-of", "2026-11-10"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            base, until = "/", time.monotonic() + 120
            while time.monotonic() < until:
                try:
                    status, fields, _ = ask(port, "/", timeout=5)
                    if status == 307:
                        base = re.sub(r"^https?://[^/]*", "", fields["location"])
                    if ask(port, base)[0] == 200:
                        break
                except OSError:
                    pass
                time.sleep(0.3)
            expect(ask(port, base)[0] == 200, "the preview does not come up")
            strangers(port, base)
            elsewhere(port)
            waited = dawdlers(port, base)
            took = crowd(port, base, site / "Output")
            expect(server.poll() is None, "the server has ended")
            memory = int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{server.pid}/status").read())[1]) // 1024
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)
        expect(server.returncode in (0, -signal.SIGINT, 130), f"it ended with {server.returncode}")
    print(f"an answer behind 200 dawdlers: {waited:.2f} s; 1000 requests, 200 at a time: {took:.1f} s; at most {memory} MB; {len(failures)} failures")
    return len(failures) > 0


if __name__ == "__main__":
    sys.exit(main())

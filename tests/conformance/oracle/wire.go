//go:build coroot

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
)

// theWire leads every request of this process to a server that keeps the bytes it reads.
var theWire = newWire()

// A wire keeps the bytes that clients send.
type wire struct {
	mutex sync.Mutex
	bytes bytes.Buffer
}

func newWire() *wire {
	w := &wire{}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
	}))
	address := server.Listener.Addr().String()
	server.Listener = tapped{server.Listener, w}
	server.Start()
	// Coroot makes a client of its own, which uses this transport.
	transport := http.DefaultTransport.(*http.Transport)
	transport.Proxy = nil
	transport.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, network, address)
	}
	return w
}

func (w *wire) reset() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.bytes.Reset()
}

// request takes the one request apart that came since reset: its headers in the order of the wire, Host left out, and its
// body. There is neither when nothing was sent.
func (w *wire) request() (headers [][2]string, body []byte, err error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	raw := bytes.Clone(w.bytes.Bytes())
	if len(raw) == 0 {
		return nil, []byte{}, nil
	}
	head, body, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	lines := strings.Split(string(head), "\r\n")
	length := ""
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		if name == "Content-Length" {
			length = value
		}
		if name != "Host" {
			headers = append(headers, [2]string{name, value})
		}
	}
	if !strings.HasPrefix(lines[0], "POST ") || length != fmt.Sprint(len(body)) {
		return nil, nil, fmt.Errorf("not one whole POST came over the wire: %q", raw)
	}
	return headers, body, nil
}

type tapped struct {
	net.Listener
	wire *wire
}

func (l tapped) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return tappedConn{conn, l.wire}, nil
}

type tappedConn struct {
	net.Conn
	wire *wire
}

func (c tappedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.wire.mutex.Lock()
	defer c.wire.mutex.Unlock()
	c.wire.bytes.Write(p[:n])
	return n, err
}

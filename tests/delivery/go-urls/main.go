// Records what Go's HTTP client makes of URLs: the request line and Host it writes, or its error. Reads one JSON string a
// line, as `jq -c .url recorded.jsonl` prints them:
//
//	jq -c .url recorded.jsonl | GOTOOLCHAIN=go1.25.5 go run main.go > new.jsonl
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
)

// Posts to each URL of the input (one JSON string a line); every connection goes to a recorder on loopback.
func main() {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	lines := make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				r := bufio.NewReader(c)
				line, _ := r.ReadString('\n')
				host := ""
				for {
					h, err := r.ReadString('\n')
					if err != nil || h == "\r\n" {
						break
					}
					if strings.HasPrefix(h, "Host:") {
						host = strings.TrimSpace(h[5:])
					}
				}
				lines <- strings.TrimRight(line, "\r\n") + "\n" + host
				fmt.Fprint(c, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
				c.Close()
			}()
		}
	}()
	t := &http.Transport{DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
		return net.Dial("tcp", l.Addr().String())
	}, DisableKeepAlives: true, DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
		return net.Dial("tcp", l.Addr().String())
	}}
	client := &http.Client{Transport: t}
	s := bufio.NewScanner(os.Stdin)
	for s.Scan() {
		var u string
		json.Unmarshal(s.Bytes(), &u)
		out := map[string]string{"url": u}
		req, err := http.NewRequest("POST", u, strings.NewReader("{}"))
		if err == nil {
			_, err = client.Do(req)
		}
		if err != nil {
			out["error"] = err.Error()
		} else {
			p := strings.SplitN(<-lines, "\n", 2)
			out["line"] = p[0]
			out["host"] = p[1]
		}
		e := json.NewEncoder(os.Stdout)
		e.SetEscapeHTML(false)
		e.Encode(out)
	}
}

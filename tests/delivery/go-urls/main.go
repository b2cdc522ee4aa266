// Records what Go's HTTP client makes of URLs: the address it dials, the request line and the headers it writes, or its
// error. Reads one JSON string a line, as `jq -c .url recorded.jsonl` prints them:
//
//	jq -c .url recorded.jsonl | GOTOOLCHAIN=go1.25.5 go run main.go > new.jsonl
//
// Go 1.26.8 gives the same.
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

// recorded is one line of the output.
type recorded struct {
	URL           string `json:"url"`
	Line          string `json:"line,omitempty"`
	Host          string `json:"host,omitempty"`
	Dialed        string `json:"dialed,omitempty"`
	Authorization string `json:"authorization,omitempty"`
	Error         string `json:"error,omitempty"`
}

// serve reads a request's head from a connection, keeps some of its lines and answers.
func (r *recorded) serve(c net.Conn) {
	in := bufio.NewReader(c)
	line, _ := in.ReadString('\n')
	r.Line = strings.TrimRight(line, "\r\n")
	for {
		header, err := in.ReadString('\n')
		if err != nil || header == "\r\n" {
			break
		}
		name, value, _ := strings.Cut(strings.TrimSpace(header), ": ")
		switch name {
		case "Host":
			r.Host = value
		case "Authorization":
			r.Authorization = value
		}
	}
	go in.WriteTo(new(strings.Builder))
	fmt.Fprint(c, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

// Posts to each URL of the input. No connection leaves this program: whatever is dialed is answered by `serve`.
func main() {
	input := bufio.NewScanner(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for input.Scan() {
		var r recorded
		if err := json.Unmarshal(input.Bytes(), &r.URL); err != nil {
			panic(err)
		}
		dial := func(_ context.Context, network, address string) (net.Conn, error) {
			r.Dialed = address
			_, port, _ := net.SplitHostPort(address)
			if _, err := net.LookupPort(network, port); err != nil {
				return net.Dial(network, "127.0.0.1:"+port)
			}
			client, server := net.Pipe()
			go r.serve(server)
			return client, nil
		}
		client := http.Client{Transport: &http.Transport{DisableKeepAlives: true, DialContext: dial, DialTLSContext: dial}}
		request, err := http.NewRequest("POST", r.URL, strings.NewReader("{}"))
		if err == nil {
			_, err = client.Do(request)
		}
		if err != nil {
			r = recorded{URL: r.URL, Error: err.Error()}
		}
		output.Encode(r)
	}
}

package sheet

import "io"

// ahead unpacks the next pieces of a part while the last one is read, on another processor: unpacking is half of the work.
type ahead struct {
	pieces chan piece
	free   chan []byte
	stop   chan struct{}
	now    piece
	rest   []byte
	r      io.ReadCloser
	done   chan struct{}
}

type piece struct {
	b   []byte
	err error
}

// readAhead begins to read r. Close stops it, and closes r.
func readAhead(r io.ReadCloser) *ahead {
	a := &ahead{pieces: make(chan piece, 2), free: make(chan []byte, 4), stop: make(chan struct{}), done: make(chan struct{}), r: r}
	for range 3 {
		a.free <- make([]byte, 1<<17)
	}
	go a.run()
	return a
}

func (a *ahead) run() {
	defer close(a.done)
	for {
		var b []byte
		select {
		case b = <-a.free:
		case <-a.stop:
			return
		}
		n, err := io.ReadFull(a.r, b)
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		select {
		case a.pieces <- piece{b[:n], err}:
		case <-a.stop:
			return
		}
		if err != nil {
			return
		}
	}
}

// Read implements io.Reader.
func (a *ahead) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.b != nil {
			a.free <- a.now.b[:cap(a.now.b)]
		}
		a.now = <-a.pieces
		a.rest = a.now.b
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// Close waits until nothing reads any more.
func (a *ahead) Close() error {
	close(a.stop)
	<-a.done
	return a.r.Close()
}

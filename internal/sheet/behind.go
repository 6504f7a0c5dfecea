package sheet

import "io"

// bufferSize is how much is gathered before it is handed over.
const bufferSize = 1 << 17

// behind writes in a goroutine of its own: while some rows are compressed on one processor, the next are made on another. After an
// error it takes what comes and writes no more.
type behind struct {
	full, empty chan []byte
	err         error // read after done is closed
	done        chan struct{}
}

func writeBehind(w io.Writer) *behind {
	b := &behind{full: make(chan []byte, 1), empty: make(chan []byte, 3), done: make(chan struct{})}
	for range cap(b.empty) {
		b.empty <- nil
	}
	go func() {
		defer close(b.done)
		for p := range b.full {
			if b.err == nil {
				_, b.err = w.Write(p)
			}
			b.empty <- p[:0]
		}
	}()
	return b
}

// write hands p over and gives another buffer for what comes next.
func (b *behind) write(p []byte) []byte {
	b.full <- p
	return <-b.empty
}

// close waits until all is written.
func (b *behind) close() error {
	close(b.full)
	<-b.done
	return b.err
}

package main

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/office"
	"ruhu/internal/text"
	"ruhu/internal/web"
)

var (
	errListen = text.NewError("county.listen")
	errTLS    = text.NewError("county.tls")
)

// serveCommand serves until it is told to stop.
type serveCommand struct {
	storeFlags
	Listen  string `default:"127.0.0.1:8080" placeholder:"ADDR" help:"${listen}"`
	TLSCert string `name:"tls-cert" placeholder:"FILE" help:"${tlscert}"`
	TLSKey  string `name:"tls-key" placeholder:"FILE" help:"${tlskey}"`
}

// Help shows an example.
func (serveCommand) Help() string { return text.T("county.example.serve") }

// drain is how long requests that are under way may take after the program is told to stop.
const drain = 20 * time.Second

// Run serves.
func (c serveCommand) Run(w *world) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	return c.serve(ctx, w)
}

func (c serveCommand) serve(ctx context.Context, w *world) error {
	cert, pin, err := c.certificate()
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(w.err, nil))
	k, of, err := c.open(w, office.Options{Log: log, Pin: pin})
	if err != nil {
		return err
	}
	l, err := c.listen(cert)
	if err != nil {
		return errors.Join(err, k.Close())
	}
	c.welcome(w.out, of, l, cert != nil)
	return errors.Join(c.run(ctx, log, of, l, cert != nil), k.Close())
}

// run serves on l, and on the socket beside the file, until ctx ends; then it lets the requests under way finish.
func (c serveCommand) run(ctx context.Context, log *slog.Logger, of *office.Office, l net.Listener, secure bool) error {
	main := server(handler(of, secure), log)
	beside := server(socketHandler(of), log)
	ended := make(chan error, 1)
	go func() { ended <- main.Serve(l) }()
	if s := listenBeside(c.Store); s != nil {
		go beside.Serve(s)
	}
	log.Info("serving", "address", l.Addr().String(), "tls", secure)
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	last, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	beside.Close()
	return main.Shutdown(last)
}

// handler puts together what is served: the devices' paths, the pages, and a word for whoever watches over the machine.
func handler(of *office.Office, secure bool) http.Handler {
	mux := http.NewServeMux()
	devices := of.Handler()
	for _, path := range []string{batch.PathCounty, batch.PathEnrol, batch.PathBatches, batch.PathChanges, batch.PathBlobs} {
		mux.Handle(path, devices)
	}
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if _, err := of.Devices(r.Context()); err != nil {
			http.Error(w, "store", http.StatusServiceUnavailable)
			return
		}
		io.WriteString(w, "ok\n")
	})
	mux.Handle("/", web.New(of, web.Options{Secure: secure}))
	return mux
}

// server has limits that keep a slow or hostile client from holding it, and are wide enough for 2G.
func server(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 30 * time.Second, ReadTimeout: 30 * time.Minute,
		WriteTimeout: 30 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
}

func (c serveCommand) listen(cert *tls.Certificate) (net.Listener, error) {
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return nil, errListen.With(c.Listen).Because(err)
	}
	if cert == nil {
		return l, nil
	}
	return tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{*cert}, MinVersion: tls.VersionTLS12,
		NextProtos: []string{"http/1.1"}}), nil
}

// certificate reads the certificate, where there is one, and its pin.
func (c serveCommand) certificate() (*tls.Certificate, []byte, error) {
	if c.TLSCert == "" && c.TLSKey == "" {
		return nil, nil, nil
	}
	cert, err := tls.LoadX509KeyPair(c.TLSCert, c.TLSKey)
	if err != nil {
		return nil, nil, errTLS.Because(err)
	}
	leaf, err := x509.ParseCertificate(cert.Certificate[0])
	if err != nil {
		return nil, nil, errTLS.Because(err)
	}
	pin := sha256.Sum256(leaf.RawSubjectPublicKeyInfo)
	return &cert, pin[:], nil
}

// welcome says where the pages are; a script reads the address off the end of the first line.
func (c serveCommand) welcome(out io.Writer, of *office.Office, l net.Listener, secure bool) {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	fmt.Fprintln(out, text.T("county.serving", of.County().Name, scheme+"://"+l.Addr().String()))
	if ip, ok := l.Addr().(*net.TCPAddr); ok && !secure && !ip.IP.IsLoopback() {
		fmt.Fprintln(out, text.T("county.plain"))
	}
}

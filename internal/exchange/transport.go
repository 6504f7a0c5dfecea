package exchange

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"time"
)

// transport is the network. With TLS, a certificate is believed if this machine's roots vouch for it or if it is the one
// that the county named in the answer to the enrolment, which the one-time code proved. Letters are sealed and signed all
// the same; TLS hides who speaks with whom and how much.
func (x *Exchange) transport(pin []byte) http.RoundTripper {
	if x.o.Transport != nil {
		return x.o.Transport
	}
	return netTransport(func(cs tls.ConnectionState) error {
		if len(pin) > 0 && bytes.Equal(pinOf(cs), pin) {
			return nil
		}
		return vouched(cs)
	})
}

// netTransport is net/http's own with our check in the place of its, and a quick end where nobody listens.
func netTransport(check func(tls.ConnectionState) error) http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = (&net.Dialer{Timeout: 15 * time.Second, KeepAlive: 30 * time.Second}).DialContext
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true, VerifyConnection: check} // check does what is skipped
	t.MaxIdleConnsPerHost = 1
	t.IdleConnTimeout = 30 * time.Second
	t.DisableCompression = true
	return t
}

func pinOf(cs tls.ConnectionState) []byte {
	sum := sha256.Sum256(cs.PeerCertificates[0].RawSubjectPublicKeyInfo)
	return sum[:]
}

func vouched(cs tls.ConnectionState) error {
	between := x509.NewCertPool()
	for _, c := range cs.PeerCertificates[1:] {
		between.AddCert(c)
	}
	_, err := cs.PeerCertificates[0].Verify(x509.VerifyOptions{DNSName: cs.ServerName, Intermediates: between})
	if err != nil {
		return ErrOtherCounty.Because(err)
	}
	return nil
}

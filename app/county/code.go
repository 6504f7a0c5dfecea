package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"ruhu/internal/office"
	"ruhu/internal/text"
)

// codeCommand makes a one-time code.
type codeCommand struct {
	storeFlags
	Name string `placeholder:"NAME" help:"${note}"`
	JSON bool   `help:"${json}"`
}

// Help shows an example.
func (codeCommand) Help() string { return text.T("county.example.code") }

type codeAnswer struct {
	Code string `json:"code"`
	Life string `json:"life"`
}

// Run prints the code on a line of its own, so that a script can take it.
func (c codeCommand) Run(w *world) error {
	var a codeAnswer
	err := ask(w, c.storeFlags, http.MethodPost, "/code", url.Values{"note": {c.Name}}, &a, func(ctx context.Context, of *office.Office) (err error) {
		a.Life = office.CodeLife.String()
		a.Code, err = of.NewCode(ctx, c.Name)
		return err
	})
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(w.out).Encode(a)
	}
	fmt.Fprintln(w.out, strings.ReplaceAll(a.Code, " ", "-")) // one word for a shell
	fmt.Fprintln(w.err, text.T("county.codehint"))
	return nil
}

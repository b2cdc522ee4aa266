//go:build go1.23

package main

import "iter"

type (
	seq  = iter.Seq[int]
	seq2 = iter.Seq2[string, int]
)

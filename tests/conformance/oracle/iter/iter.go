// Package iter stands for Go's own of that name, which came with Go 1.23: types of iterator functions print alike.
package iter

type Seq[V any] func(yield func(V) bool)

type Seq2[K, V any] func(yield func(K, V) bool)

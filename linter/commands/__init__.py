"""One file a verb of the command line: options in, one public function, exit status out."""
